import { BrowseCandidates, HitCandidates, type Candidates } from './candidates.js';
import { isPrecise } from './exact-hits.js';
import { countFacets } from './facets.js';
import { selectFilters } from './filter-selection.js';
import { highlight } from './highlight.js';
import type { HighlightRange, SearchHit, SearchRequest, SearchResult } from './search-request.js';
import type { SearchContext } from './search-context.js';
import { contentColumns, sortColumn, type SearchSchema } from './search-schema.js';
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
  readonly tier: number;
}

/** Answers a request. @throws SearchUsageError when the request does not fit the schema */
export function runSearch(context: SearchContext, request: SearchRequest): SearchResult {
  const { db, schema } = context;
  const started = performance.now();
  const { text = '', facets } = request;
  const filters = selectFilters(db, schema, request.filters);
  const page = pageOf(request);
  const hitCandidates = new HitCandidates(filters);
  const hits = isBlank(text) && !isPrecise(request) ? null : fillHits(context, request, hitCandidates);
  const candidates: Candidates = hits === null ? new BrowseCandidates(filters) : hitCandidates;
  const total =
    db.first<{ total: number }>(`SELECT count(*) AS total FROM (${candidates.sql()})`)?.total ?? 0;
  const rows =
    hits === null
      ? browsePage(db, candidates, orderOf(schema, request), page)
      : hitPage(db, hitCandidates, orderOf(schema, request), page);
  return {
    total,
    hits: rows.map((row) => readHit(context, row, hits, request)),
    facets: countFacets(db, schema, facets, candidates),
    match: hits?.match ?? 'all',
    relaxed: hits?.match === 'some',
    synonyms: hits?.synonyms ?? [],
    suggestion: suggestionOf(hits, rows[0]),
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  };
}

/** Ends in the id, so that pages join without gaps on every host that has the same documents. */
function orderOf(schema: SearchSchema, { sort }: SearchRequest): string[] {
  if (sort === undefined) return [];
  const column = sortColumn(schema, sort.by);
  if (sort.direction === 'ascending' && sort.from !== undefined && Number.isFinite(sort.from)) {
    return [`(d.${column} IS NULL OR d.${column} < ${sort.from})`, `d.${column}`];
  }
  // Null is the smallest value to SQLite, so descending puts it last, and can use the index.
  return [sort.direction === 'descending' ? `d.${column} DESC` : `d.${column} ASC NULLS LAST`];
}

function browsePage(db: Sqlite, candidates: Candidates, order: readonly string[], page: string): HitRow[] {
  const among = candidates.isEverything() ? '' : `WHERE d.doc IN (${candidates.sql()})`;
  return db.all<HitRow>(
    `SELECT d.doc, d.id, d.kind, 0 AS exact, 0 AS score, d.tier FROM doc d ${among}
     ORDER BY ${[...(order.length > 0 ? order : ['d.tier']), 'd.id'].join(', ')} ${page}`,
  );
}

/** CROSS JOIN fixes the order: a look at the document of each hit, never a walk through all documents. */
function hitPage(db: Sqlite, candidates: HitCandidates, order: readonly string[], page: string): HitRow[] {
  return db.all<HitRow>(
    `SELECT d.doc, d.id, d.kind, h.exact, -h.rank AS score, h.tier FROM temp.hit h CROSS JOIN doc d
     WHERE d.doc = h.doc AND ${candidates.condition()} ORDER BY ${['h.exact DESC', ...order, 'h.tier', 'h.rank', 'd.id'].join(', ')} ${page}`,
  );
}

function readHit(
  { db, schema }: SearchContext,
  { doc, id, kind, exact, score, tier }: HitRow,
  text: TextHits | null,
  { explain = false, highlight: marked }: SearchRequest,
): SearchHit {
  const columns = contentColumns(schema);
  const shown = columns.filter(
    (_, i) => text !== null && marked?.includes(schema.fields[i]?.name ?? '') !== false,
  );
  const row = db.first<Record<string, string>>(
    `SELECT ${[...shown, 'stored'].join(', ')} FROM doc_content WHERE doc = ?`,
    doc,
  );
  const stored: unknown = JSON.parse(row?.['stored'] ?? 'null');
  const highlights: Record<string, HighlightRange[]> = {};
  schema.fields.forEach((field, i) => {
    const value = row?.[columns[i] ?? ''];
    if (text === null || value === undefined) return;
    const ranges = highlight(value, field.phonetic === true, text, exact === 1 ? text.numberKeys : []);
    if (ranges.length > 0) highlights[field.name] = ranges;
  });
  const ranked = text?.ranked.get(doc);
  const reasons = { tier, coverage: ranked?.coverage ?? null, alignment: ranked?.alignment ?? null };
  return {
    id,
    kind,
    score: ranked?.score ?? score,
    exact: exact === 1,
    stored,
    highlights,
    ...(explain ? { reasons } : {}),
  };
}

/** Below this the nearest document is something else. */
const SURE = 0.7;

function suggestionOf(text: TextHits | null, first: HitRow | undefined): string | null {
  if (text === null || first === undefined || first.exact === 1 || text.match === 'all') return null;
  const hit = text.ranked.get(first.doc);
  return hit !== undefined && hit.alignment >= SURE && hit.wording !== '' ? hit.wording : null;
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
