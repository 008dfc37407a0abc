import { join } from 'node:path';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  SearchIndexHost,
  SearchIndexUnavailableError,
  type SearchRequest,
  type SearchResult,
  SearchTimeoutError,
} from '#libs/search-index';
import { ChangeFeedService } from '../change-feed/change-feed.service.js';
import { AppConfig } from '../config/app-config.js';
import synonyms from './synonyms.zh.json' with { type: 'json' };
import { SEARCH_SCHEMA, type StoredHit } from './search-documents.js';
import { SearchSource } from './search-source.service.js';
import { SearchTooSlowError, SearchUnavailableError } from './search.errors.js';

/** How often changes made by other processes are looked for, in milliseconds. */
const FOLLOW_EVERY = 1_000;

/** This process's search index: a derived file that follows the change feed. */
@Injectable()
export class SearchIndexService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('SearchIndex');
  private host: SearchIndexHost<StoredHit> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private following: Promise<void> = Promise.resolve();
  private queued = false;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly source: SearchSource,
    private readonly feed: ChangeFeedService,
    private readonly config: AppConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.host = await SearchIndexHost.open<StoredHit>({
      file: join(this.config.dataDir, 'search-index.db'),
      schema: SEARCH_SCHEMA,
      synonyms: synonyms.groups,
      maxReaders: this.config.searchThreads,
      rebuild: () => this.source.everything(),
      onStatus: ({ state, reason }) => this.logger.log({ state, reason }),
    });
    this.stopListening = this.feed.onChange(() => this.follow());
    this.timer = setInterval(() => this.follow(), FOLLOW_EVERY).unref();
    this.follow();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopListening();
    await this.following;
    await this.host?.close();
  }

  isReady(): boolean {
    return this.host?.status.state === 'ready';
  }

  /** The number of the last change that the index holds; 0 before there is one. */
  cursor(): number {
    return this.host?.cursor() ?? 0;
  }

  /** How many documents can be found. @throws SearchUnavailableError */
  async countDocuments(): Promise<number> {
    return (await this.search({ text: '', limit: 1 })).total;
  }

  /** Resolves once the index holds every change that was committed before the call. */
  async upToDate(): Promise<void> {
    const last = await this.feed.lastSequence();
    await this.host?.whenReady();
    while ((this.host?.cursor() ?? last) < last) {
      this.follow();
      await this.following;
    }
  }

  /** @throws SearchUnavailableError, SearchTooSlowError */
  async search(request: SearchRequest): Promise<SearchResult<StoredHit>> {
    if (!this.host) throw new SearchUnavailableError();
    try {
      return await this.host.search(request);
    } catch (error) {
      if (error instanceof SearchIndexUnavailableError) throw new SearchUnavailableError();
      if (error instanceof SearchTimeoutError) throw new SearchTooSlowError();
      throw error;
    }
  }

  /** Takes over what changed; one run at a time, and one more when asked meanwhile. */
  private follow(): void {
    if (this.queued) return;
    this.queued = true;
    this.following = this.following.then(async () => {
      this.queued = false;
      try {
        await this.takeOverChanges();
      } catch (error) {
        if (!(error instanceof SearchIndexUnavailableError)) this.logger.error(error);
      }
    });
  }

  private async takeOverChanges(): Promise<void> {
    const host = this.host;
    if (!host || host.status.state !== 'ready') return;
    for (;;) {
      const batch = await this.source.changesAfter(host.cursor());
      if (!batch) return;
      await host.apply(batch);
    }
  }
}
