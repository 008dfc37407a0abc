import { Injectable } from '@nestjs/common';
import type { FacetCount, SearchHit as IndexHit, SearchRequest } from '#libs/search-index';
import { AUDIENCE_LABELS, SUPPORT_KIND_LABELS } from '../clauses/clause.labels.js';
import { areaName } from '../common/areas.js';
import { offsetOf } from '../common/page.query.js';
import { POLICY_STATUS_LABELS } from '../policies/policy.labels.js';
import type { StoredHit } from './search-documents.js';
import { SearchIndexService } from './search-index.service.js';
import { SearchNames } from './search-names.js';
import type { SearchQuery } from './search.query.js';
import type { FacetValue, SearchFacets, SearchHit, SearchPage, TextRange } from './search.view.js';

const FACETS = ['kind', 'department', 'topic', 'audience', 'supportKind', 'region', 'status'] as const;
const TYPE_LABELS: Record<string, string> = { clause: '条款', policy: '政策' };

const ranges = (hit: IndexHit<StoredHit>, field: string): TextRange[] =>
  (hit.highlights[field] ?? []).map(({ start, end }) => ({ start, end }));

function toHit(hit: IndexHit<StoredHit>): SearchHit {
  const type = 'clause' in hit.stored ? 'clause' : 'policy';
  const highlights = {
    title: ranges(hit, 'title'),
    text: ranges(hit, 'text'),
    documentNumber: ranges(hit, 'documentNumber'),
  };
  return { type, ...hit.stored, highlights };
}

function toRequest(query: SearchQuery): SearchRequest {
  const { q, type, department, topic, audience, supportKind, region, status } = query;
  return {
    text: q,
    filters: { kind: type, department, topic, audience, supportKind, region, status },
    offset: offsetOf(query),
    limit: query.pageSize,
    facets: FACETS,
    ...(q.trim() === '' ? { sort: { by: 'publishedAt', direction: 'descending' as const } } : {}),
  };
}

/** Search over clauses and policies (搜索). */
@Injectable()
export class SearchService {
  constructor(
    private readonly index: SearchIndexService,
    private readonly names: SearchNames,
  ) {}

  /** @throws SearchUnavailableError, SearchTooSlowError */
  async search(query: SearchQuery): Promise<SearchPage> {
    const result = await this.index.search(toRequest(query));
    return {
      items: result.hits.map(toHit),
      page: query.page,
      pageSize: query.pageSize,
      total: result.total,
      relaxed: result.relaxed,
      facets: await this.labelled(result.facets),
    };
  }

  private async labelled(facets: Readonly<Record<string, readonly FacetCount[]>>): Promise<SearchFacets> {
    const names = await this.names.get();
    const values = (name: string, label: (value: string) => string | undefined | null): FacetValue[] =>
      (facets[name] ?? []).map(({ value, count }) => ({ value, label: label(value) ?? value, count }));
    const from = (labels: Record<string, string>) => (value: string) => labels[value];
    return {
      type: values('kind', from(TYPE_LABELS)),
      department: values('department', (code) => names.department.get(code)),
      topic: values('topic', (code) => names.topic.get(code)),
      audience: values('audience', from(AUDIENCE_LABELS)),
      supportKind: values('supportKind', from(SUPPORT_KIND_LABELS)),
      region: values('region', areaName),
      status: values('status', from(POLICY_STATUS_LABELS)),
    };
  }
}
