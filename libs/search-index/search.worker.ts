import { workerData } from 'node:worker_threads';
import { SearchIndex, type SearchIndexOptions } from './search-index.js';
import type { SearchRequest, SearchResult } from './search-request.js';
import { outcomeOf, type WorkerOutcome } from './worker-outcome.js';

/** Entry of a reading thread, started by ReaderPool. It keeps its connection until the thread ends. */
const options = workerData as SearchIndexOptions;
let index: SearchIndex | undefined;

/** Answers one request. */
export function search(request: SearchRequest): WorkerOutcome<SearchResult> {
  return outcomeOf(() => (index ??= SearchIndex.openExisting(options)).search(request));
}
