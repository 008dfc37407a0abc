import { getHeapStatistics } from 'node:v8';

/** An index in memory has no file; its size is what the heap holds once all else is thrown away. */
export function heapSize() {
  globalThis.gc?.();
  return getHeapStatistics().used_heap_size;
}
