import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '.git']);

/**
 * Lists the files at and below some paths.
 * @param {string} root folder that the paths are relative to
 * @param {string[]} entries files or folders relative to `root`; absent ones are passed over
 * @param {(path: string) => boolean} keep whether a file counts
 * @returns {string[]} paths relative to `root` with forward slashes, sorted, each once
 */
export function listFiles(root, entries, keep = () => true) {
  const found = new Set();
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat?.isFile() && keep(path)) found.add(path);
    if (!stat?.isDirectory()) return;
    for (const name of readdirSync(join(root, path))) {
      if (!SKIPPED.has(name)) visit(`${path}/${name}`);
    }
  };
  entries.filter((entry) => existsSync(join(root, entry))).forEach(visit);
  return [...found].sort();
}

/**
 * Hashes names and contents of files. Times are left out on purpose: a checkout or a copy into an image
 * changes them without changing what would be built.
 * @param {string} root folder that the paths are relative to
 * @param {string[]} files as from {@link listFiles}
 * @returns {string} SHA-256 in hexadecimal
 */
export function hashFiles(root, files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
