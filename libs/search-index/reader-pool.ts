import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { SearchTimeoutError } from './search-index.errors.js';
import type { SearchIndexOptions } from './search-index.js';
import type { SearchRequest, SearchResult } from './search-request.js';
import { valueOf, type WorkerOutcome } from './worker-outcome.js';

/** How the reading threads are run. */
export interface ReaderPoolOptions extends SearchIndexOptions {
  /** Most threads at a time, at least 1. One is always there. */
  readonly maxReaders: number;
  /** Milliseconds from the call to the answer, waiting for a free thread included. */
  readonly timeoutMs: number;
  /** Module with a `search` function to run instead of search.worker.js. */
  readonly worker?: URL;
}

/** Threads that read an index file. */
export class ReaderPool {
  private readonly pool: Piscina<SearchRequest, WorkerOutcome<SearchResult>>;
  /** Threads that have not ended yet, those that were told to end included. */
  private readonly alive = new Set<Worker>();

  constructor(private readonly options: ReaderPoolOptions) {
    const {
      file,
      schema,
      synonyms,
      maxReaders,
      worker = new URL('./search.worker.js', import.meta.url),
    } = options;
    this.pool = new Piscina({
      filename: fileURLToPath(worker),
      name: 'search',
      minThreads: 1,
      maxThreads: Math.max(1, maxReaders),
      idleTimeout: 10_000,
      workerData: { file, schema, synonyms },
      recordTiming: false,
    });
    // A thread that fails outside a call fails its next call too, and there it is reported.
    this.pool.on('error', () => undefined);
  }

  /**
   * @throws SearchTimeoutError after the time limit; the thread is ended and replaced
   * @throws SearchIndexBrokenError, SearchUsageError
   */
  async search(request: SearchRequest): Promise<SearchResult> {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      this.rememberThreads();
      abort.abort();
    }, this.options.timeoutMs);
    try {
      return valueOf(await this.pool.run(request, { signal: abort.signal }));
    } catch (error) {
      if (abort.signal.aborted) throw new SearchTimeoutError(this.options.timeoutMs);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Ends all threads; searches under way fail. The file is closed then: a thread that was cut off inside SQLite ends
   * only when that returns, and if it still held the file it would, on closing, delete the log of the next one.
   */
  async close(): Promise<void> {
    this.rememberThreads();
    await this.pool.destroy();
    await Promise.all(
      Array.from(this.alive, (thread) => new Promise((resolve) => thread.once('exit', resolve))),
    );
  }

  private rememberThreads(): void {
    for (const thread of this.pool.threads) {
      if (this.alive.has(thread)) continue;
      this.alive.add(thread);
      thread.once('exit', () => this.alive.delete(thread));
    }
  }
}
