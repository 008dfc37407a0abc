import { readOptions, USAGE } from './search-eval/options.mjs';
import { formatTable } from './search-eval/format.mjs';
import { buildStale } from './lib/build.mjs';
import { ROOT } from './lib/root.mjs';
import { ENGINES } from './search-eval/engines.mjs';
import { measureApart } from './search-eval/measure-apart.mjs';

/** Measures our search engine, and others beside it, on a collection of texts and questions. See docs/search.md. */
const options = readOptions(process.argv.slice(2));
if ('fault' in options) {
  console.error(`${options.fault}\n\n${USAGE}`);
  process.exit(1);
}
// What is printed is the result, and --json must be nothing else.
const print = console.log;
console.log = console.error;
if (!(await buildStale(ROOT, ['server']))) process.exit(1);

const names = options.engines ?? (options.peers ? Object.keys(ENGINES) : ['ours']);
const engines = {};
for (const name of names) {
  if (!options.json) console.error(`${name} …`);
  engines[name] = await measureApart(name, options);
}
print(options.json ? JSON.stringify({ engines }, null, 2) : formatTable(engines));
