import { runBench } from './lib/run-bench.mjs';

await runBench('test/bench/eligibility.bench.js', ['tests']);
