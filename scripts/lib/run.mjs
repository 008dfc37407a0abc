import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const STDIO = {
  none: ['ignore', 'pipe', 'pipe'],
  all: 'inherit',
  stderr: ['inherit', 'ignore', 'inherit'],
};
const children = new Set();

/** A signal sent to this process alone (not typed at a terminal) must not leave its children behind. */
const forward = (signal) => children.forEach((child) => child.kill(signal));

/** Listens only while children run: afterwards the signals are the application's again. */
function track(child) {
  if (children.size === 0) SIGNALS.forEach((signal) => process.on(signal, forward));
  children.add(child);
  return () => {
    if (children.delete(child) && children.size === 0) {
      SIGNALS.forEach((signal) => process.off(signal, forward));
    }
  };
}

/**
 * Runs a program to its end.
 * @param {string} command program
 * @param {string[]} args its arguments
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, show?: 'all' | 'stderr', seconds?: number}} options
 *   `show`: what goes to this terminal instead of being kept, with `stderr` the rest is dropped;
 *   `seconds`: kill it after so long
 * @returns {Promise<{code: number, output: string, seconds: number}>} code 128 + n after signal n,
 *   127 when it could not be started; `output` holds stdout and stderr in order, empty with `show`
 */
export function run(command, args, { cwd, env, show, seconds } = {}) {
  const started = performance.now();
  let output = '';
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: STDIO[show ?? 'none'],
      timeout: seconds === undefined ? undefined : seconds * 1000,
      killSignal: 'SIGKILL',
    });
    const release = track(child);
    const end = (code) => {
      release();
      resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.on('error', (error) => {
      output += `${error.message}\n`;
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? 128 + constants.signals[signal]));
  });
}

/**
 * Runs a script of an installed package with this Node.
 * @param {string} root the project's folder
 * @param {string} script path below node_modules/
 * @param {string[]} args its arguments
 * @param {Parameters<typeof run>[2]} options see {@link run}
 * @returns {ReturnType<typeof run>} as {@link run}
 */
export async function runPackage(root, script, args, options = {}) {
  if (!existsSync(join(root, 'node_modules', script))) {
    return { code: 127, output: `没有找到 node_modules/${script}，请先运行 npm ci。`, seconds: 0 };
  }
  return run(process.execPath, [`node_modules/${script}`, ...args], { cwd: root, ...options });
}

/** @param {number} code as from {@link run} @returns {boolean} whether a person stopped the program */
export const wasInterrupted = (code) => SIGNALS.some((signal) => code === 128 + constants.signals[signal]);
