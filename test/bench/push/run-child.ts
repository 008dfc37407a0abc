import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs a compiled script of this folder in a process of its own and answers what it printed.
 * @param input what it reads from its standard input
 * @throws Error where it fails
 */
export function runChild(
  script: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  input = '',
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', (code) => (code === 0 ? resolve(output) : reject(new Error(`${script}: ${code}`))));
    child.stdin.end(input);
  });
}

/** A script that runs until it is ended. */
export interface RunningChild {
  /** The first line that it printed. */
  readonly line: string;
  end(): void;
}

/** Starts a script that prints one line when it is ready and runs on. */
export function startChild(script: string, args: readonly string[]): Promise<RunningChild> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.once('exit', (code) => reject(new Error(`${script}: ${code}`)));
    child.stdout.once('data', (chunk: Buffer) =>
      resolve({ line: chunk.toString().trim(), end: () => void child.kill() }),
    );
  });
}
