import { runBench } from './lib/run-bench.mjs';

await runBench('test/bench/push.bench.js', ['tests']);
