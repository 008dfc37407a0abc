import { BrowseCandidates, HitCandidates, type Candidates } from './candidates.js';
import { countFacets } from './facets.js';
import { selectFilters } from './filter-selection.js';
import { highlight } from './highlight.js';
import type { HighlightRange, SearchHit, SearchRequest, SearchResult } from './search-request.js';
import { sortColumn, type SearchSchema } from './search-schema.js';
import { SearchUsageError } from './search-index.errors.js';
import type { Sqlite } from './sqlite.js';
import { fillHits, isBlank, type TextHits } from './text-hits.js';

const MAX_LIMIT = 1_000;

interface HitRow {
  readonly doc: number;
  readonly id: string;
  readonly kind: string;
  readonly exact: number;
  readonly score: number;
}

/** Answers a request. @throws SearchUsageError when the request does not fit the schema */
export function runSearch(db: Sqlite, schema: SearchSchema, request: SearchRequest): SearchResult {
  const started = performance.now();
  const { text = '', facets } = request;
  const filters = selectFilters(db, schema, request.filters);
  const page = pageOf(request);
  const hitCandidates = new HitCandidates(filters);
  const hits = isBlank(text) ? null : fillHits(db, schema, text, hitCandidates);
  const candidates: Candidates = hits === null ? new BrowseCandidates(filters) : hitCandidates;
  const total =
    db.first<{ total: number }>(`SELECT count(*) AS total FROM (${candidates.sql()})`)?.total ?? 0;
  const rows =
    hits === null
      ? browsePage(db, candidates, orderOf(schema, request), page)
      : hitPage(db, hitCandidates, orderOf(schema, request), page);
  return {
    total,
    hits: rows.map((row) => readHit(db, row, hits)),
    facets: countFacets(db, schema, facets, candidates),
    relaxed: hits?.relaxed ?? false,
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  };
}

/** Ends in the id, so that pages join without gaps on every host that has the same documents. */
function orderOf(schema: SearchSchema, { sort }: SearchRequest): string[] {
  if (sort === undefined) return [];
  const column = sortColumn(schema, sort.by);
  // Null is the smallest value to SQLite, so descending puts it last, and can use the index.
  return [sort.direction === 'descending' ? `d.${column} DESC` : `d.${column} ASC NULLS LAST`];
}

function browsePage(db: Sqlite, candidates: Candidates, order: readonly string[], page: string): HitRow[] {
  const among = candidates.isEverything() ? '' : `WHERE d.doc IN (${candidates.sql()})`;
  return db.all<HitRow>(
    `SELECT d.doc, d.id, d.kind, 0 AS exact, 0 AS score FROM doc d ${among}
     ORDER BY ${[...order, 'd.id'].join(', ')} ${page}`,
  );
}

/** CROSS JOIN fixes the order: a look at the document of each hit, never a walk through all documents. */
function hitPage(db: Sqlite, candidates: HitCandidates, order: readonly string[], page: string): HitRow[] {
  return db.all<HitRow>(
    `SELECT d.doc, d.id, d.kind, h.exact, -h.rank AS score FROM temp.hit h CROSS JOIN doc d
     WHERE d.doc = h.doc AND ${candidates.condition()} ORDER BY ${['h.exact DESC', ...order, 'h.rank', 'd.id'].join(', ')} ${page}`,
  );
}

function readHit(db: Sqlite, { doc, id, kind, exact, score }: HitRow, text: TextHits | null): SearchHit {
  const row = db.first<{ fields: string; stored: string }>(
    'SELECT fields, stored FROM doc_content WHERE doc = ?',
    doc,
  );
  const fields = JSON.parse(row?.fields ?? '{}') as Record<string, string>;
  const stored: unknown = JSON.parse(row?.stored ?? 'null');
  const highlights: Record<string, HighlightRange[]> = {};
  if (text !== null) {
    for (const [name, value] of Object.entries(fields)) {
      const ranges = highlight(value, text.query, exact === 1 ? text.numberKeys : []);
      if (ranges.length > 0) highlights[name] = ranges;
    }
  }
  return { id, kind, score, exact: exact === 1, stored, highlights };
}

/** @throws SearchUsageError when offset or limit are no whole numbers in range */
function pageOf({ offset = 0, limit = 20 }: SearchRequest): string {
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw new SearchUsageError(`offset ${offset} is no whole number`);
  if (!Number.isInteger(limit) || limit < 0 || limit > MAX_LIMIT) {
    throw new SearchUsageError(`limit ${limit} is not within 0 to ${MAX_LIMIT}`);
  }
  return `LIMIT ${limit} OFFSET ${offset}`;
}
