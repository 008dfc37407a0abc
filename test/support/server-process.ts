import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The real program in a process of its own. */
export interface ServerProcess {
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** What each program prints once it works. */
const READY = { main: '/api/docs', worker: '后台任务已开始' } as const;

/**
 * Starts the built server, or a worker beside it, and waits until it says that it works.
 * @param settings environment variables
 * @throws Error with what it wrote where it ended instead
 */
export async function startServerProcess(
  settings: Record<string, string>,
  program: keyof typeof READY = 'main',
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `../../src/${program}.js`)], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'development', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilReady(child, READY[program]);
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return { kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function untilReady(child: ChildProcess, sign: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let written = '';
    const take = (chunk: Buffer): void => {
      written += chunk.toString();
      if (written.includes(sign)) resolve();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => reject(new Error(`Ended with ${code}: ${written}`)));
  });
}
