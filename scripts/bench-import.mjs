import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './lib/build.mjs';
import { ROOT } from './lib/root.mjs';

// What the build says is no result: stdout is kept for that.
const { log } = console;
console.log = console.error;
const isBuilt = await buildStale(ROOT, ['tests']);
console.log = log;
if (isBuilt) await import(pathToFileURL(join(ROOT, 'dist/test/bench/import.bench.js')).href);
else process.exitCode = 1;
