import { setTimeout as delay } from 'node:timers/promises';
import { buildIndexFile, type RebuildSource } from './build-index-file.js';
import { IndexFile } from './index-file.js';
import { LiveIndex } from './live-index.js';
import type { SearchBatch } from './search-document.js';
import { SearchIndexBrokenError, SearchIndexUnavailableError } from './search-index.errors.js';
import type { SearchRequest, SearchResult } from './search-request.js';
import type { SynonymGroups } from './synonyms.js';
import { assertUsableSchema, type SearchSchema } from './search-schema.js';

/** Whether searches are answered: `failed` waits to try the rebuild again. */
export type SearchIndexState = 'ready' | 'rebuilding' | 'failed' | 'closed';

/** State of an index, with since when and, unless ready, why. `reason` is for the log, in English. */
export interface SearchIndexStatus {
  readonly state: SearchIndexState;
  readonly since: Date;
  readonly reason: string | null;
}

/** How a host is set up. */
export interface SearchIndexHostOptions<TStored = unknown> {
  /** Belongs to this host alone; another process needs another file. Its folder is made. */
  readonly file: string;
  readonly schema: SearchSchema;
  /** See SearchIndexOptions. */
  readonly synonyms?: SynonymGroups;
  /** Called when there is no usable file. What it throws is reported, and it is called again later. */
  readonly rebuild: () => RebuildSource<TStored> | Promise<RebuildSource<TStored>>;
  /** Most reading threads, by default 1; each takes some 15 MB. */
  readonly maxReaders?: number;
  /** Milliseconds after which a search is cut off, by default 2,000. */
  readonly searchTimeoutMs?: number;
  /** Milliseconds between looks whether the file is still there, by default 5,000. Each search looks too. */
  readonly checkEveryMs?: number;
  /** Milliseconds before the first new try of a failed rebuild, doubled up to a minute; by default 1,000. */
  readonly retryAfterMs?: number;
  /** Told of every change of state. */
  readonly onStatus?: (status: SearchIndexStatus) => void;
  /** Module to run in reading threads instead of the library's own; see ReaderPoolOptions. */
  readonly worker?: URL;
}

const MAX_RETRY_MS = 60_000;

/**
 * Keeps a search index usable: answers searches from worker threads, takes over changes, and builds the file anew
 * whenever it is missing, damaged, replaced or of another version. The file is never more than a copy.
 */
export class SearchIndexHost<TStored = unknown> {
  private readonly file: IndexFile;
  private readonly closing = new AbortController();
  private readonly watch: NodeJS.Timeout;
  private live: LiveIndex | null = null;
  private current: SearchIndexStatus = { state: 'rebuilding', since: new Date(), reason: 'starting' };
  private recovery: Promise<void> = Promise.resolve();

  private constructor(private readonly options: SearchIndexHostOptions<TStored>) {
    this.file = new IndexFile(options.file);
    this.watch = setInterval(() => void this.check(), options.checkEveryMs ?? 5_000).unref();
  }

  /**
   * Opens the file. Does not wait for a rebuild, so that a server can start and say that search is not ready:
   * see {@link whenReady}.
   * @throws SearchUsageError when the schema contradicts itself
   */
  static async open<TStored>(options: SearchIndexHostOptions<TStored>): Promise<SearchIndexHost<TStored>> {
    assertUsableSchema(options.schema);
    const host = new SearchIndexHost<TStored>(options);
    try {
      await host.goLive();
    } catch (error) {
      host.recoverFrom(null, error instanceof SearchIndexBrokenError ? error.message : String(error));
    }
    return host;
  }

  get status(): SearchIndexStatus {
    return this.current;
  }

  /** Resolves when searches are answered. @throws SearchIndexUnavailableError when the host is closed before */
  async whenReady(): Promise<void> {
    while (this.live === null) {
      if (this.closing.signal.aborted) throw this.unavailable();
      await this.recovery;
    }
  }

  /**
   * @throws SearchIndexUnavailableError while there is no usable file
   * @throws SearchTimeoutError when it takes too long
   * @throws SearchUsageError when the request does not fit the schema
   */
  async search(request: SearchRequest): Promise<SearchResult<TStored>> {
    return (await this.using((live) => live.search(request))) as SearchResult<TStored>;
  }

  /**
   * Takes over changes, all or none. Read {@link cursor} for every batch rather than counting on: a rebuild moves it.
   * @throws SearchIndexUnavailableError while there is no usable file
   * @throws SearchUsageError when a document does not fit the schema
   */
  async apply(batch: SearchBatch<TStored>): Promise<void> {
    await this.using((live) => live.apply(batch));
  }

  /** Where the index stands in the change feed. @throws SearchIndexUnavailableError while there is no usable file */
  cursor(): number {
    if (this.live === null) throw this.unavailable();
    return this.live.cursor;
  }

  /** Throws the file away and builds it anew, for example after an import by hand. Does nothing while it does so. */
  rebuild(reason: string): void {
    if (this.live !== null) this.recoverFrom(this.live, reason);
  }

  /** Waits for a write under way, gives up a rebuild, and ends all threads. Calls after it find no index. */
  async close(): Promise<void> {
    clearInterval(this.watch);
    this.closing.abort();
    await this.recovery;
    const live = this.live;
    this.live = null;
    this.report('closed', 'the host was closed');
    await live?.close();
  }

  private async using<T>(work: (live: LiveIndex) => Promise<T>): Promise<T> {
    const live = this.live;
    if (live === null) throw this.unavailable();
    try {
      return await work(live);
    } catch (error) {
      if (error instanceof SearchIndexBrokenError) this.recoverFrom(live, error.message);
      // Threads of an index that was given up meanwhile fail in ways that mean nothing to the caller.
      if (this.live !== live) throw this.unavailable();
      throw error;
    }
  }

  private async check(): Promise<void> {
    await this.using(async (live) => live.assertInPlace()).catch(() => undefined);
  }

  private async goLive(): Promise<void> {
    const {
      file,
      schema,
      synonyms,
      maxReaders = 1,
      searchTimeoutMs: timeoutMs = 2_000,
      worker,
    } = this.options;
    const readers = { file, schema, synonyms, maxReaders, timeoutMs, ...(worker && { worker }) };
    this.live = await LiveIndex.open(this.file, readers);
    this.report('ready', null);
  }

  private recoverFrom(broken: LiveIndex | null, reason: string): void {
    if (this.live !== broken || this.closing.signal.aborted) return;
    this.live = null;
    this.report('rebuilding', reason);
    this.recovery = this.recover(broken, reason);
  }

  private async recover(broken: LiveIndex | null, reason: string): Promise<void> {
    await broken?.close();
    const { signal } = this.closing;
    for (
      let wait = this.options.retryAfterMs ?? 1_000;
      !signal.aborted;
      wait = Math.min(wait * 2, MAX_RETRY_MS)
    ) {
      try {
        await buildIndexFile(this.file, this.options.schema, await this.options.rebuild(), signal);
        await this.goLive();
        return;
      } catch (error) {
        if (signal.aborted) return;
        this.report('failed', `rebuild failed: ${error instanceof Error ? error.message : String(error)}`);
      }
      await delay(wait, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) this.report('rebuilding', reason);
    }
  }

  private report(state: SearchIndexState, reason: string | null): void {
    this.current = { state, since: new Date(), reason };
    this.options.onStatus?.(this.current);
  }

  private unavailable(): SearchIndexUnavailableError {
    return new SearchIndexUnavailableError(this.current.reason ?? this.current.state);
  }
}
