import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './root.mjs';

const COPIED = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'scripts/tsconfig.server.json',
  'scripts/tsconfig.paths.json',
  '.dependency-cruiser.mjs',
];

/**
 * Makes a small project with this one's compiler settings and packages, to try the build scripts on.
 * @returns {{root: string, write: (path: string, text: string) => void, remove: () => void}} `write` takes a
 *   path relative to `root`
 */
export function createFakeProject() {
  const root = mkdtempSync(join(tmpdir(), 'build-'));
  for (const file of COPIED) cpSync(join(ROOT, file), join(root, file));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}
