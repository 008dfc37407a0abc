import { runBench } from './lib/run-bench.mjs';

await runBench('test/bench/staff.bench.js', ['web', 'tests']);
