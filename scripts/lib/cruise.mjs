import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runPackage } from './run.mjs';

const FOLDERS = ['src', 'libs', 'test', 'web'];

/**
 * Checks which file imports which against .dependency-cruiser.mjs.
 * @param {string} root the project's folder
 * @returns {ReturnType<typeof runPackage>} code 0 when nothing is forbidden; the output names rule and files
 */
export function cruise(root) {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', ...folders];
  return runPackage(root, 'dependency-cruiser/bin/dependency-cruise.mjs', args);
}
