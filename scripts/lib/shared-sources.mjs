import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Modules of ours after `from` or in `import(…)`; what only types need is taken out before. */
const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]((?:\.{1,2}|#libs)\/[^'"]+)['"]/g;
const TYPES_ONLY = /\b(?:import|export)\s+type\b[^;]*;/g;

/**
 * Finds the sources outside web/ that end up in a page: what the pages import and what that imports. Types are
 * left out, since they leave no trace in what is built.
 * @param {string} root the project's folder
 * @param {string[]} pages the files of web/, relative to `root`
 * @returns {string[]} relative to `root`, sorted
 */
export function sharedSources(root, pages) {
  const seen = new Set(pages);
  const open = pages.filter((file) => /\.(ts|vue|mjs|js)$/.test(file));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const found of importsOf(root, file).filter((path) => !seen.has(path))) {
      seen.add(found);
      open.push(found);
    }
  }
  return [...seen].filter((file) => !pages.includes(file)).sort();
}

function importsOf(root, file) {
  const text = readFileSync(join(root, file), 'utf8').replace(TYPES_ONLY, '');
  return [...text.matchAll(IMPORTED)]
    .map(([, name]) =>
      name.startsWith('#')
        ? `${name.slice(1)}/index.ts`
        : posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts'),
    )
    .filter((path) => /\.(ts|json)$/.test(path) && existsSync(join(root, path)));
}
