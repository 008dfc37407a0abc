import { runBench } from './lib/run-bench.mjs';

await runBench('test/bench/pages.bench.js', ['tests', 'web']);
