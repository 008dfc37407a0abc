import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { SearchBatch } from './search-document.js';
import type { SearchIndexOptions } from './search-index.js';
import { valueOf, type WorkerOutcome } from './worker-outcome.js';

/** Milliseconds without work after which the thread ends and gives its memory back; it starts again by itself. */
const IDLE_MS = 30_000;

/** The one thread that writes an index file, so that a large batch never stops the event loop. */
export class IndexWriterThread {
  private readonly pool: Piscina<SearchBatch | undefined, WorkerOutcome<unknown>>;
  private last: Promise<unknown> = Promise.resolve();

  constructor(options: SearchIndexOptions) {
    this.pool = new Piscina({
      filename: fileURLToPath(new URL('./write.worker.js', import.meta.url)),
      name: 'apply',
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      workerData: options,
      recordTiming: false,
    });
    // A thread that fails outside a call fails its next call too, and there it is reported.
    this.pool.on('error', () => undefined);
  }

  /** Makes a new file. @throws SearchIndexBrokenError when it cannot be made */
  async create(): Promise<void> {
    await this.run('create');
  }

  /** @throws SearchIndexBrokenError, SearchUsageError; nothing of the batch is in the index then */
  async apply(batch: SearchBatch): Promise<void> {
    await this.run('apply', batch);
  }

  /** Ends the filling of a new file. */
  async finish(): Promise<void> {
    await this.run('finish');
  }

  /** The cursor in the file. @throws SearchIndexBrokenError when it is no index of this schema */
  async cursor(): Promise<number> {
    return Number(await this.run('cursor'));
  }

  /** Waits for the call that is under way and ends the thread. The file is closed then. */
  async close(): Promise<void> {
    await this.last;
    await this.pool.destroy();
  }

  private async run(name: string, batch?: SearchBatch): Promise<unknown> {
    const outcome = this.pool.run(batch, { name });
    this.last = Promise.allSettled([this.last, outcome]);
    return valueOf(await outcome);
  }
}
