import { SearchIndexBrokenError, SearchUsageError } from './search-index.errors.js';

/** What a worker answers: errors lose their class on the way between threads, so ours travel as data. */
export type WorkerOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: 'broken' | 'usage'; readonly message: string };

/** In the worker: runs the work. Errors that are not ours are thrown on. */
export function outcomeOf<T>(work: () => T): WorkerOutcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof SearchIndexBrokenError) return { ok: false, kind: 'broken', message: error.message };
    if (error instanceof SearchUsageError) return { ok: false, kind: 'usage', message: error.message };
    throw error;
  }
}

/**
 * In the host: the value, or the error as it was.
 * @throws SearchIndexBrokenError
 * @throws SearchUsageError
 */
export function valueOf<T>(outcome: WorkerOutcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw outcome.kind === 'broken'
    ? new SearchIndexBrokenError(outcome.message)
    : new SearchUsageError(outcome.message);
}
