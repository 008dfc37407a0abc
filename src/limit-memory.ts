import { setFlagsFromString } from 'node:v8';

/**
 * How much garbage may stand beside what lives before V8 collects, in percent of what lives. Left alone, V8 lets the
 * heap of pages grow to four times what it holds; at 25 the process stays below 300 MB at the same processor time
 * (docs/benchmarks.md).
 */
const HEAP_GROWING_PERCENT = 25;

/** Call it first: it holds for what V8 collects from then on. */
export function limitMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
}
