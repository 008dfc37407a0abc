import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './content-hash.mjs';

const sourcesOf = (output) => [output, output.replace(/\.js(\.map)?$/, '.ts')];

/**
 * Removes compiled files whose source no longer exists, so that a deleted migration or spec stops running.
 * @param {string} root the project's folder
 * @param {string[]} folders source folders; their outputs lie at dist/<folder>
 * @returns {string[]} what was removed, relative to dist/
 */
export function pruneOutputs(root, folders) {
  const dist = join(root, 'dist');
  const stale = listFiles(dist, folders).filter(
    (output) => !sourcesOf(output).some((source) => existsSync(join(root, source))),
  );
  stale.forEach((output) => rmSync(join(dist, output)));
  folders.forEach((folder) => removeEmptyFolders(join(dist, folder)));
  return stale;
}

/**
 * Finds sources that have no compiled file.
 * @param {string} root the project's folder
 * @param {string[]} sources TypeScript files relative to `root`
 * @returns {string[]} those without an output in dist/
 */
export function missingOutputs(root, sources) {
  return sources
    .filter((source) => source.endsWith('.ts') && !source.endsWith('.d.ts'))
    .filter((source) => !existsSync(join(root, 'dist', source.replace(/\.ts$/, '.js'))));
}

function removeEmptyFolders(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
