import type { Candidates } from './candidates.js';
import type { FacetCount, SearchRequest } from './search-request.js';
import { filterNumber, type SearchSchema } from './search-schema.js';
import type { Sqlite } from './sqlite.js';

/** Values of one facet that are returned. */
const MAX_FACET_VALUES = 200;

interface CountRow {
  readonly filter: number;
  readonly value: string;
  readonly count: number;
}

/** Counts the values of the facets asked for. @throws SearchUsageError on an unknown filter name */
export function countFacets(
  db: Sqlite,
  schema: SearchSchema,
  names: SearchRequest['facets'] = [],
  candidates: Candidates,
): Record<string, FacetCount[]> {
  const facets = new Map([...new Set(names)].map((name) => [filterNumber(schema, name), name]));
  const counts: Record<string, FacetCount[]> = Object.fromEntries(
    [...facets.values()].map((name) => [name, []]),
  );
  for (const [sql, filters] of passes([...facets.keys()], candidates)) {
    for (const { filter, value, count } of db.all<CountRow>(sql, JSON.stringify(filters))) {
      const facet = counts[facets.get(filter) ?? ''];
      if (facet !== undefined && facet.length < MAX_FACET_VALUES) facet.push({ value, count });
    }
  }
  return counts;
}

/** Facets over the same documents are counted in one pass. */
function passes(filters: readonly number[], candidates: Candidates): Map<string, number[]> {
  const bySql = new Map<string, number[]>();
  for (const filter of filters) {
    const counts = candidates.isEverything(filter) ? COUNT_ALL : countAmong(candidates.sql(filter));
    const sql = `SELECT v.filter, v.label AS value, c.count FROM (${counts}) c JOIN filter_value v ON v.value = c.value
      WHERE c.count > 0 ORDER BY c.count DESC, v.label`;
    bySql.set(sql, [...(bySql.get(sql) ?? []), filter]);
  }
  return bySql;
}

/** Reads the index of each value only, without touching documents. */
const COUNT_ALL = `SELECT a.value, (SELECT count(*) FROM doc_filter f WHERE f.value = a.value) AS count
  FROM filter_value a WHERE a.filter IN (SELECT value FROM json_each(?))`;

/** CROSS JOIN fixes the order: from the documents to their values, never from every value to every document. */
function countAmong(docs: string): string {
  return `SELECT f.value, count(*) AS count FROM (${docs}) d CROSS JOIN doc_filter f
    WHERE f.doc = d.doc AND f.filter IN (SELECT value FROM json_each(?)) GROUP BY f.value`;
}
