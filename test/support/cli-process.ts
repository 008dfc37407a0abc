import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { AppConfig } from '../../src/config/app-config.js';

const MAIN = join(import.meta.dirname, '../../src/cli/main.js');

/** Where the process finds its database. */
export type CliDatabase = Pick<AppConfig, 'dataDir' | 'databaseUrl'>;

function spawnCli(args: readonly string[], { dataDir, databaseUrl }: CliDatabase): ChildProcess {
  return spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A command in a process of its own. */
export interface CliProcess {
  /** Resolves with the first line on stderr that fits; rejects when the process ends before. */
  line(pattern: RegExp): Promise<string>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a command of the built program. */
export function startCli(args: readonly string[], database: CliDatabase): CliProcess {
  const child = spawnCli(args, database);
  const ended = once(child, 'exit');
  child.stdout?.resume();
  return {
    line: async (pattern) => {
      if (!child.stderr) throw new Error('no stderr');
      const lines: string[] = [];
      for await (const line of createInterface({ input: child.stderr })) {
        if (pattern.test(line)) return line;
        lines.push(line);
      }
      throw new Error(`Ended before: ${lines.slice(-5).join('\n')}`);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      if (child.signalCode !== 'SIGKILL') throw new Error('it had ended by itself before it was killed');
    },
  };
}

/** Runs a command to its end. */
export async function runCli(
  args: readonly string[],
  database: CliDatabase,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawnCli(args, database);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}
