import type { IndexFile } from './index-file.js';
import { IndexWriterThread } from './index-writer-thread.js';
import { ReaderPool, type ReaderPoolOptions } from './reader-pool.js';
import type { SearchBatch } from './search-document.js';
import { SearchIndexBrokenError } from './search-index.errors.js';
import type { SearchRequest, SearchResult } from './search-request.js';

/** A usable index file with the threads that read and write it. */
export class LiveIndex {
  private constructor(
    private readonly file: IndexFile,
    private readonly readers: ReaderPool,
    private readonly writer: IndexWriterThread,
    private lastCursor: number,
  ) {}

  /** @throws SearchIndexBrokenError when the file is missing or no index of this schema */
  static async open(file: IndexFile, options: ReaderPoolOptions): Promise<LiveIndex> {
    if (!(await file.hold())) throw new SearchIndexBrokenError('there is no index file');
    const writer = new IndexWriterThread({ file: file.path, schema: options.schema });
    try {
      const cursor = await writer.cursor();
      return new LiveIndex(file, new ReaderPool(options), writer, cursor);
    } catch (error) {
      await writer.close();
      await file.release();
      throw error;
    }
  }

  get cursor(): number {
    return this.lastCursor;
  }

  /** @throws SearchIndexBrokenError when the file was deleted or replaced by another since it was opened */
  assertInPlace(): void {
    if (!this.file.isHeld()) throw new SearchIndexBrokenError('the index file was deleted or replaced');
  }

  /** See ReaderPool. */
  async search(request: SearchRequest): Promise<SearchResult> {
    this.assertInPlace();
    return this.readers.search(request);
  }

  /** See IndexWriterThread. */
  async apply(batch: SearchBatch): Promise<void> {
    this.assertInPlace();
    await this.writer.apply(batch);
    this.lastCursor = batch.cursor;
  }

  /** Ends the threads, then gives the file back. */
  async close(): Promise<void> {
    await Promise.all([this.readers.close(), this.writer.close()]);
    await this.file.release();
  }
}
