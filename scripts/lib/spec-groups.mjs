import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * How many groups a stage is run in. Each loads the application once, which takes longer than most specs do; more
 * groups than jest has workers, so that one that ends early takes another.
 */
const GROUPS = 4;

/**
 * Writes spec files that each import several others, so that jest loads what those share once for all.
 * @param {string[]} folders with compiled specs
 * @param {string} target an empty folder
 * @param {string} label what the groups are named after
 * @returns {number} how many were written; none where there are no specs
 */
export function writeSpecGroups(folders, target, label) {
  const specs = folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
    .filter((path) => /\.spec\.m?js$/.test(path))
    // The longest are spread over the groups.
    .sort((one, other) => statSync(other).size - statSync(one).size);
  const groups = Array.from({ length: Math.min(GROUPS, specs.length) }, () => []);
  specs.forEach((spec, at) => groups[at % groups.length].push(spec));
  groups.forEach((group, at) => {
    const imports = group.map((spec) => `import ${JSON.stringify(pathToFileURL(spec).href)};\n`);
    writeFileSync(join(target, `${label}-${at + 1}.spec.mjs`), imports.join(''));
  });
  return groups.length;
}
