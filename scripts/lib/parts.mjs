import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles, listFiles } from './content-hash.mjs';
import { missingOutputs } from './outputs.mjs';
import { sharedSources } from './shared-sources.mjs';
import { webBuilds } from './web-apps.mjs';

/** Rebuild when the way of building changes, too. */
const TOOLING = ['package-lock.json', 'scripts/lib', 'scripts/tsconfig.server.json'];
const COMPILER = ['tsconfig.json', ...TOOLING];

/** What TypeScript remembers between runs; it changes whenever anyone compiles into dist/. */
export const COMPILER_MEMORY = 'dist/tsconfig.tsbuildinfo';

const isSpec = (file) => /\.spec\.(ts|mjs)$/.test(file);

/**
 * The parts of dist/ that are built and remembered separately: `server` (src, libs), `tests` (all of that
 * and the specs) and `web`. `server` and `tests` write to the same folders.
 * @type {Record<string, {inputs: (root: string) => string[], outputsExist: (root: string) => boolean}>}
 */
const PARTS = {
  server: {
    inputs: (root) => listFiles(root, ['src', 'libs', ...COMPILER], (file) => !isSpec(file)),
    outputsExist: compiled,
  },
  tests: {
    inputs: (root) => listFiles(root, ['src', 'libs', 'test', ...COMPILER]),
    outputsExist: compiled,
  },
  web: {
    inputs: (root) => [
      ...listFiles(root, ['web', ...TOOLING]),
      ...sharedSources(root, listFiles(root, ['web'])),
    ],
    outputsExist: (root) => webBuilds(root).every(({ outDir }) => existsSync(join(root, outDir))),
  },
};

/**
 * Hashes what a part is built from, now.
 * @param {string} root the project's folder
 * @param {'server' | 'tests' | 'web'} part which part
 * @returns {string} SHA-256 in hexadecimal
 */
export const inputHash = (root, part) => hashFiles(root, PARTS[part].inputs(root));

/**
 * @param {string} root the project's folder
 * @param {'server' | 'tests' | 'web'} part which part
 * @returns {boolean} whether everything that the part's build writes is there
 */
export const outputsExist = (root, part) => PARTS[part].outputsExist(root, PARTS[part].inputs(root));

/**
 * Hashes what the compiler remembers. Someone who runs tsc by hand and then takes the change back leaves
 * other outputs behind than the inputs tell: this shows it.
 * @param {string} root the project's folder
 * @returns {string} SHA-256 in hexadecimal
 */
export const compilerMemoryHash = (root) => hashFiles(root, listFiles(root, [COMPILER_MEMORY]));

function compiled(root, inputs) {
  return (
    missingOutputs(
      root,
      inputs.filter((file) => /^(src|libs|test)\//.test(file)),
    ).length === 0
  );
}
