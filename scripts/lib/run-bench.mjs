import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './build.mjs';
import { ROOT } from './root.mjs';

/**
 * Builds what is needed and runs a compiled benchmark in this process. What the build says is no result: the
 * standard output is kept for that.
 * @param {string} file inside dist/, e.g. `test/bench/pages.bench.js`
 * @param {('tests' | 'web')[]} parts what must be built
 */
export async function runBench(file, parts) {
  const { log } = console;
  console.log = console.error;
  const isBuilt = await buildStale(ROOT, parts);
  console.log = log;
  if (isBuilt) await import(pathToFileURL(join(ROOT, 'dist', file)).href);
  else process.exitCode = 1;
}
