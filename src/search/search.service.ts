import { Injectable } from '@nestjs/common';
import type { Histogram } from 'prom-client';
import type { FacetCount, SearchHit as IndexHit, SearchRequest } from '#libs/search-index';
import { AUDIENCE_LABELS, SUPPORT_KIND_LABELS } from '../clauses/clause.labels.js';
import { areaName } from '../common/areas.js';
import { offsetOf } from '../common/page.query.js';
import { MetricsService } from '../operations/metrics.service.js';
import { POLICY_STATUS_LABELS } from '../policies/policy.labels.js';
import type { StoredHit } from './search-documents.js';
import { SearchIndexService } from './search-index.service.js';
import { SearchNames } from './search-names.js';
import type { SearchQuery } from './search.query.js';
import type { FacetValue, SearchFacets, SearchHit, SearchPage, TextRange } from './search.view.js';

const FACETS = ['kind', 'department', 'topic', 'audience', 'supportKind', 'region', 'status'] as const;
/** Seconds. */
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
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
  private readonly durations: Histogram;

  constructor(
    private readonly index: SearchIndexService,
    private readonly names: SearchNames,
    metrics: MetricsService,
  ) {
    this.durations = metrics.histogram(
      {
        name: 'search_duration_seconds',
        help: 'How long the index took to answer a search, failures included.',
      },
      DURATION_BUCKETS,
    );
  }

  /** @throws SearchUnavailableError, SearchTooSlowError */
  async search(query: SearchQuery): Promise<SearchPage> {
    const result = await this.timed(() => this.index.search(toRequest(query)));
    return {
      items: result.hits.map(toHit),
      page: query.page,
      pageSize: query.pageSize,
      total: result.total,
      relaxed: result.relaxed,
      facets: await this.labelled(result.facets),
    };
  }

  private async timed<T>(work: () => Promise<T>): Promise<T> {
    const stop = this.durations.startTimer();
    try {
      return await work();
    } finally {
      stop();
    }
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
