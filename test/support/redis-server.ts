import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findExecutable } from './executables.js';
import { freePort } from './free-port.js';

/** A Redis of our own, on this machine only, that keeps nothing. */
export interface RedisServer {
  readonly url: string;
  /** Ends it at once, with all that it held. */
  kill(): Promise<void>;
  /** Starts an empty one on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts an empty Redis on a free port of 127.0.0.1 and waits until it accepts connections.
 * @throws Error where none is installed, or it does not come up
 */
export async function startRedis(): Promise<RedisServer> {
  const program = findExecutable('redis-server');
  if (program === undefined) throw new Error('redis-server 未安装，请安装软件包 redis-server。');
  const port = await freePort();
  const memoryOnly = ['--save', '', '--appendonly', 'no'];
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', ...memoryOnly], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await untilReady(child);
    return child;
  };
  let server = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end(server, 'SIGKILL'),
    restart: async () => {
      server = await start();
    },
    stop: () => end(server, 'SIGTERM'),
  };
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('Ready to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`Redis ended with ${code}: ${log}`)));
  });
}

async function end(server: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}
