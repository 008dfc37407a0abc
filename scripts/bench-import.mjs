import { runBench } from './lib/run-bench.mjs';

await runBench('test/bench/import.bench.js', ['tests']);
