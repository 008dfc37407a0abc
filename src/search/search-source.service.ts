import { Injectable } from '@nestjs/common';
import type { RebuildSource, SearchBatch, SearchDocument } from '#libs/search-index';
import { ChangeFeedService } from '../change-feed/change-feed.service.js';
import type { Change, ChangedKind } from '../change-feed/change.entity.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { chunksOf } from '../database/in-chunks.js';
import { BEFORE_ALL_IDS } from '../database/new-id.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { TopicsService } from '../topics/topics.service.js';
import { SearchNames } from './search-names.js';
import {
  clauseDocument,
  departmentDocument,
  policyDocument,
  topicDocument,
  type StoredHit,
} from './search-documents.js';

const PAGE = 200;

const idsOf = (changes: readonly Change[], kind: ChangedKind): string[] => [
  ...new Set(changes.filter((change) => change.kind === kind).map((change) => change.recordId)),
];

/** Reads from the database what belongs in the search index: the database is the truth. */
@Injectable()
export class SearchSource {
  constructor(
    private readonly feed: ChangeFeedService,
    private readonly clauses: ClausesService,
    private readonly policies: PoliciesService,
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
    private readonly names: SearchNames,
  ) {}

  /** Everything, for a new index. */
  async everything(): Promise<RebuildSource<StoredHit>> {
    this.names.changed(['department', 'topic']);
    return { cursor: await this.feed.lastSequence(), documents: this.allDocuments() };
  }

  /** What the changes after `cursor` mean for the index; null where nothing changed. */
  async changesAfter(cursor: number): Promise<SearchBatch<StoredHit> | null> {
    const changes = await this.feed.readAfter(cursor, PAGE);
    const last = changes.at(-1);
    if (!last) return null;
    this.names.changed(changes.map((change) => change.kind));
    const policyIds = idsOf(changes, 'policy');
    const clauseIds = new Set(idsOf(changes, 'clause'));
    for (const owner of ['department', 'policy', 'topic'] as const) {
      const owners = idsOf(changes, owner);
      if (owners.length === 0) continue;
      for (const id of await this.clauses.idsBelongingTo(owner, owners)) clauseIds.add(id);
    }
    const upserts = [
      ...(await this.clauseDocuments([...clauseIds])),
      ...(await this.policyDocuments(policyIds)),
      ...(await this.placeDocuments(new Set([...idsOf(changes, 'department'), ...idsOf(changes, 'topic')]))),
    ];
    const kept = new Set(upserts.map((document) => document.id));
    const deletes = [...clauseIds, ...policyIds].filter((id) => !kept.has(id));
    return { upserts, deletes, cursor: last.sequence };
  }

  private async *allDocuments(): AsyncGenerator<SearchDocument<StoredHit>> {
    yield* await this.placeDocuments(null);
    for (const read of [this.clausePage, this.policyPage]) {
      let after = BEFORE_ALL_IDS;
      for (;;) {
        const { ids, documents } = await read.call(this, after);
        yield* documents;
        const last = ids.at(-1);
        if (last === undefined) break;
        after = last;
      }
    }
  }

  /** Departments and topics with these ids, all of them for null. */
  private async placeDocuments(ids: ReadonlySet<string> | null): Promise<SearchDocument<StoredHit>[]> {
    if (ids?.size === 0) return [];
    const departments = await this.departments.byAnyName();
    const topics = await this.topics.byAnyName();
    const documents = [
      ...Array.from(new Set(departments.values()), departmentDocument),
      ...Array.from(new Set(topics.values()), topicDocument),
    ];
    return documents.filter(({ id }) => ids === null || ids.has(id));
  }

  private async clausePage(
    after: string,
  ): Promise<{ ids: string[]; documents: SearchDocument<StoredHit>[] }> {
    const ids = await this.clauses.publishedIdsAfter(after, PAGE);
    return { ids, documents: await this.clauseDocuments(ids) };
  }

  private async policyPage(
    after: string,
  ): Promise<{ ids: string[]; documents: SearchDocument<StoredHit>[] }> {
    const ids = await this.policies.publicIdsAfter(after, PAGE);
    return { ids, documents: await this.policyDocuments(ids) };
  }

  private async clauseDocuments(ids: readonly string[]): Promise<SearchDocument<StoredHit>[]> {
    const documents: SearchDocument<StoredHit>[] = [];
    for (const chunk of chunksOf(ids, PAGE)) {
      documents.push(...(await this.clauses.findForIndex(chunk)).map(clauseDocument));
    }
    return documents;
  }

  private async policyDocuments(ids: readonly string[]): Promise<SearchDocument<StoredHit>[]> {
    const found = await this.policies.findForIndex(ids);
    return found
      .filter(({ policy }) => policy.status !== 'draft')
      .map(({ policy, clauseCount }) => policyDocument(policy, clauseCount));
  }
}
