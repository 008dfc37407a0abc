import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './content-hash.mjs';
import { missingOutputs, pruneOutputs } from './outputs.mjs';
import { COMPILER_MEMORY } from './parts.mjs';
import { runPackage } from './run.mjs';

const FOLDERS = ['src', 'libs', 'test'];
const PROJECTS = { server: 'scripts/tsconfig.server.json', tests: 'tsconfig.json' };

/**
 * Compiles TypeScript into dist/ and removes outputs whose source is gone.
 * @param {string} root the project's folder
 * @param {'server' | 'tests'} part without or with the specs
 * @param {boolean} afterInterruption whether the last compilation was killed: its outputs may be newer than
 *   what the compiler remembers, so everything is compiled anew
 * @returns {Promise<{code: number, output: string, seconds: number}>} see run.mjs
 */
export function compile(root, part, afterInterruption) {
  if (afterInterruption || rememberedOutputsAreGone(root))
    rmSync(join(root, COMPILER_MEMORY), { force: true });
  pruneOutputs(root, FOLDERS);
  const colour = process.stdout.isTTY ? ['--pretty'] : [];
  return runPackage(root, 'typescript/bin/tsc', ['-p', PROJECTS[part], ...colour]);
}

/** The compiler does not look whether the files it once wrote are still there. */
function rememberedOutputsAreGone(root) {
  const missing = missingOutputs(root, listFiles(root, FOLDERS));
  if (missing.length === 0) return false;
  try {
    const remembered = new Set(JSON.parse(readFileSync(join(root, COMPILER_MEMORY), 'utf8')).fileNames);
    return missing.some((source) => remembered.has(`../${source}`));
  } catch {
    return true;
  }
}
