import { runBench } from './lib/run-bench.mjs';

await runBench('test/bench/search.bench.js', ['tests', 'web']);
