import { Injectable } from '@nestjs/common';
import { ClausesService } from '../clauses/clauses.service.js';
import { BEFORE_ALL_IDS } from '../database/new-id.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { TopicsService } from '../topics/topics.service.js';
import { SITEMAP_LIMIT, type SitemapEntry } from './sitemap-xml.js';

/** Rows read at once. */
const PAGE = 1_000;

const FIXED: SitemapEntry[] = ['/', '/search', '/departments', '/topics', '/policies', '/help'].map(
  (path) => ({ path }),
);

/** Which lists may need several files. */
export type LongList = 'policies' | 'clauses';

/** A row that has an address. */
interface Addressed {
  id: string;
  code: string;
}

/** All addresses that search engines should know. Long lists are read page by page, in the order of their ids. */
@Injectable()
export class SitemapEntries {
  constructor(
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
    private readonly policies: PoliciesService,
    private readonly clauses: ClausesService,
  ) {}

  /** How many files a long list needs. */
  async filesOf(list: LongList): Promise<number> {
    const total =
      list === 'clauses' ? await this.clauses.countPublished() : await this.policies.countPublic();
    return Math.ceil(total / SITEMAP_LIMIT);
  }

  /** Fixed pages, departments, and topics that have clauses: always few. */
  async *pages(): AsyncGenerator<SitemapEntry[]> {
    yield FIXED;
    yield (await this.departments.list()).map(({ code }) => ({ path: `/departments/${code}` }));
    const topics = (await this.topics.list()).filter(({ clauseCount }) => clauseCount > 0);
    yield topics.map(({ code }) => ({ path: `/topics/${code}` }));
  }

  /** The `number`th file of a long list, counted from 1; null where there is none. */
  async file(list: LongList, number: number): Promise<AsyncGenerator<SitemapEntry[]> | null> {
    const after = await this.lastIdBefore(list, number);
    if (after === null) return null;
    return list === 'clauses'
      ? this.listed('/clauses/', after, (id, limit) => this.clauses.addressesAfter(id, limit), 'publishedAt')
      : this.listed('/policies/', after, (id, limit) => this.policies.addressesAfter(id, limit), 'updatedAt');
  }

  private async lastIdBefore(list: LongList, number: number): Promise<string | null> {
    if (number === 1) return BEFORE_ALL_IDS;
    const offset = (number - 1) * SITEMAP_LIMIT - 1;
    return list === 'clauses' ? this.clauses.publishedIdAt(offset) : this.policies.publicIdAt(offset);
  }

  private async *listed<K extends string>(
    prefix: string,
    after: string,
    read: (id: string, limit: number) => Promise<(Addressed & Record<K, Date | null>)[]>,
    changed: K,
  ): AsyncGenerator<SitemapEntry[]> {
    let last = after;
    for (let left = SITEMAP_LIMIT; left > 0; left -= PAGE) {
      const rows = await read(last, Math.min(PAGE, left));
      yield rows.map((row) => ({ path: prefix + row.code, changed: row[changed] ?? undefined }));
      const end = rows.at(-1);
      if (!end || rows.length < PAGE) return;
      last = end.id;
    }
  }
}
