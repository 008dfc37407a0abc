import { Injectable } from '@nestjs/common';
import type { Page } from '../common/page.view.js';
import type { DepartmentView } from '../departments/department.view.js';
import type { PolicySummary } from '../policies/policy.view.js';
import type { SearchHit } from '../search/search.view.js';
import type { TopicGroupView } from '../topics/topic.view.js';
import { InProcessApi } from './in-process-api.js';
import { PortalUnavailableError } from './portal.errors.js';
import type { SitemapEntry } from './sitemap-xml.js';

const PAGE_SIZE = 100;

/** Reading the whole catalogue takes a while; crawlers come back often and need not see the last minute. */
const FRESH_MS = 3_600_000;

const FIXED: SitemapEntry[] = ['/', '/search', '/departments', '/topics', '/policies', '/help'].map(
  (path) => ({
    path,
  }),
);

/** All addresses that search engines should know, read through the API and kept for an hour. */
@Injectable()
export class SitemapEntries {
  private kept: { entries: SitemapEntry[]; until: number } | null = null;
  private reading: Promise<SitemapEntry[]> | null = null;

  constructor(private readonly api: InProcessApi) {}

  /** Throws `PortalUnavailableError` when the API cannot answer now. */
  async all(): Promise<SitemapEntry[]> {
    if (this.kept && Date.now() < this.kept.until) return this.kept.entries;
    this.reading ??= this.read().finally(() => (this.reading = null));
    const entries = await this.reading;
    this.kept = { entries, until: Date.now() + FRESH_MS };
    return entries;
  }

  private async read(): Promise<SitemapEntry[]> {
    const topics = await this.get<{ items: TopicGroupView[] }>('/topics');
    const entries = [...FIXED];
    for await (const { code } of this.items<DepartmentView>('/departments')) {
      entries.push({ path: `/departments/${code}` });
    }
    for (const topic of topics.items.flatMap((group) => group.topics)) {
      if (topic.clauseCount > 0) entries.push({ path: `/topics/${topic.code}` });
    }
    for await (const { code } of this.items<PolicySummary>('/policies')) {
      entries.push({ path: `/policies/${code}` });
    }
    for await (const { clause } of this.items<SearchHit>('/search?type=clause')) {
      if (clause) entries.push({ path: `/clauses/${clause.code}`, changed: clause.publishedAt ?? undefined });
    }
    return entries;
  }

  private async *items<T>(path: string): AsyncGenerator<T> {
    const mark = path.includes('?') ? '&' : '?';
    for (let page = 1; ; page += 1) {
      const answer = await this.get<Page<T>>(`${path}${mark}page=${page}&pageSize=${PAGE_SIZE}`);
      yield* answer.items;
      if (answer.items.length < PAGE_SIZE) return;
    }
  }

  private async get<T>(path: string): Promise<T> {
    const answer = await this.api.for().get(path);
    if (answer.status !== 200) throw new PortalUnavailableError('网站地图暂时无法生成，请稍后再试');
    return answer.body as T;
  }
}
