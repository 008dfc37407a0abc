import { Injectable } from '@nestjs/common';
import type { Histogram } from 'prom-client';
import type { FacetCount, SearchHit as IndexHit, SearchResult } from '#libs/search-index';
import { AUDIENCE_LABELS, SUPPORT_KIND_LABELS } from '../clauses/clause.labels.js';
import { areaName } from '../common/areas.js';
import { Clock } from '../common/clock.js';
import { MetricsService } from '../operations/metrics.service.js';
import { POLICY_STATUS_LABELS } from '../policies/policy.labels.js';
import type { StoredHit } from './search-documents.js';
import { SearchIndexService } from './search-index.service.js';
import { SearchNames } from './search-names.js';
import { SearchLogService } from './search-log.service.js';
import { SearchPinsService } from './search-pins.service.js';
import type { SearchQuery } from './search.query.js';
import { toRequest } from './search-request.js';
import { HIT_TYPES } from './search.view.js';
import type { FacetValue, SearchFacets, SearchHit, SearchPage, TextRange } from './search.view.js';

/** Seconds. */
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const TYPE_LABELS: Record<string, string> = { clause: '条款', policy: '政策' };

const ranges = (hit: IndexHit<StoredHit>, field: string): TextRange[] =>
  (hit.highlights[field] ?? []).map(({ start, end }) => ({ start, end }));

function toHit(hit: IndexHit<StoredHit>): SearchHit[] {
  const { stored, reasons } = hit;
  if (!('clause' in stored || 'policy' in stored)) return [];
  const highlights = {
    title: ranges(hit, 'title'),
    text: ranges(hit, 'text'),
    documentNumber: ranges(hit, 'documentNumber'),
  };
  const explanation = reasons && { exactNumber: hit.exact, score: hit.score, ...reasons };
  return [
    {
      type: 'clause' in stored ? 'clause' : 'policy',
      ...stored,
      highlights,
      ...(explanation && { explanation }),
    },
  ];
}

const codeOf = (hit: SearchHit): string | undefined => hit.clause?.code ?? hit.policy?.code;

/** Filters whose values others would have hits: what to take off when nothing was found. */
function blockingFilters(query: SearchQuery, result: SearchResult<StoredHit>): string[] {
  if (result.total > 0) return [];
  const names = ['type', 'department', 'topic', 'audience', 'supportKind', 'region', 'status'] as const;
  return names.filter(
    (name) => query[name].length > 0 && (result.facets[name === 'type' ? 'kind' : name] ?? []).length > 0,
  );
}

/** Search over clauses and policies (搜索). */
@Injectable()
export class SearchService {
  private readonly durations: Histogram;

  constructor(
    private readonly index: SearchIndexService,
    private readonly names: SearchNames,
    private readonly log: SearchLogService,
    private readonly pins: SearchPinsService,
    private readonly clock: Clock,
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

  /**
   * @param options.explain say why each hit stands where it stands
   * @param options.counted whether it counts as what people search for
   * @throws SearchUnavailableError, SearchTooSlowError
   */
  async search(query: SearchQuery, { explain = false, counted = true } = {}): Promise<SearchPage> {
    const request = toRequest(query, Date.parse(this.clock.today()));
    const result = await this.timed(() => this.index.search({ ...request, explain }));
    if (counted && query.page === 1) this.log.note(query.q, result.total);
    const pinned = query.page === 1 ? await this.pinned(query.q) : [];
    const onTop = new Set(pinned.map(codeOf));
    return {
      pinned,
      items: result.hits.flatMap(toHit).filter((hit) => !onTop.has(codeOf(hit))),
      page: query.page,
      pageSize: query.pageSize,
      total: result.total,
      relaxed: result.relaxed,
      match: result.match,
      synonyms: [...result.synonyms],
      suggestion: result.suggestion,
      blockingFilters: blockingFilters(query, result),
      tookMs: result.tookMs,
      facets: await this.labelled(result.facets),
    };
  }

  private async pinned(typed: string): Promise<SearchHit[]> {
    const codes = await this.pins.codesFor(typed);
    if (codes.length === 0) return [];
    const { hits } = await this.index.search({ filters: { kind: HIT_TYPES, code: codes } });
    const found = hits.flatMap(toHit);
    return codes.flatMap((code) => found.find((hit) => codeOf(hit) === code) ?? []);
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
      type: values('kind', from(TYPE_LABELS)).filter(({ value }) => value in TYPE_LABELS),
      department: values('department', (code) => names.department.get(code)),
      topic: values('topic', (code) => names.topic.get(code)),
      audience: values('audience', from(AUDIENCE_LABELS)),
      supportKind: values('supportKind', from(SUPPORT_KIND_LABELS)),
      region: values('region', areaName),
      status: values('status', from(POLICY_STATUS_LABELS)),
    };
  }
}
