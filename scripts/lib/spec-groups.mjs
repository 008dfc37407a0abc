import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * How many groups a stage is run in. Each loads the application once, which takes longer than most specs do; more
 * groups than jest has workers, so that one that ends early takes another.
 */
const GROUPS = 4;

/** Seconds that the specs take which take long, about, on MariaDB where that is slower: groups are to end together. */
const SECONDS = {
  'killed-while-pushing': 130,
  'review-model': 55,
  'many-at-once': 26,
  cli: 18,
  'startup-faults': 18,
  'import-bad-input': 16,
  'create-admin': 15,
  metrics: 13,
  'rate-limits': 13,
  'audit-chain': 12,
  import: 12,
  'feeds-and-sitemaps': 11,
  reviews: 8,
  shutdown: 8,
};
const USUAL_SECONDS = 4;

const secondsOf = (path) => SECONDS[basename(path).replace(/\.spec\.m?js$/, '')] ?? USUAL_SECONDS;

/** Gives each spec, the longest first, to the group that has least to do. */
function spread(specs) {
  const groups = Array.from({ length: Math.min(GROUPS, specs.length) }, () => ({ seconds: 0, specs: [] }));
  const byLength = [...specs].sort(
    (one, other) => secondsOf(other) - secondsOf(one) || (one < other ? -1 : 1),
  );
  for (const spec of byLength) {
    const group = groups.reduce((least, one) => (one.seconds < least.seconds ? one : least));
    group.seconds += secondsOf(spec);
    group.specs.push(spec);
  }
  return groups.map((group) => group.specs);
}

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
    .filter((path) => /\.spec\.m?js$/.test(path));
  const groups = spread(specs);
  groups.forEach((group, at) => {
    const imports = group.map((spec) => `import ${JSON.stringify(pathToFileURL(spec).href)};\n`);
    writeFileSync(join(target, `${label}-${at + 1}.spec.mjs`), imports.join(''));
  });
  return groups.length;
}
