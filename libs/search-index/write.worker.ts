import { workerData } from 'node:worker_threads';
import type { SearchBatch } from './search-document.js';
import { SearchIndex, type SearchIndexOptions } from './search-index.js';
import { outcomeOf, type WorkerOutcome } from './worker-outcome.js';

/** Entry of the writing thread, started by IndexWriterThread. It keeps its connection until the thread ends. */
const options = workerData as SearchIndexOptions;
let index: SearchIndex | undefined;

function opened(): SearchIndex {
  return (index ??= SearchIndex.openExisting(options));
}

/** Makes a new file to be filled in one go. */
export function create(): WorkerOutcome<void> {
  return outcomeOf(() => {
    index = SearchIndex.create(options);
  });
}

/** Takes over one batch in one transaction. */
export function apply(batch: SearchBatch): WorkerOutcome<void> {
  return outcomeOf(() => opened().apply(batch));
}

/** Ends the filling of a new file. */
export function finish(): WorkerOutcome<void> {
  return outcomeOf(() => opened().finish());
}

/** Place in the change feed that the file is true up to. */
export function cursor(): WorkerOutcome<number> {
  return outcomeOf(() => opened().cursor());
}
