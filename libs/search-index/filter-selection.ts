import type { SearchRequest } from './search-request.js';
import { filterNumber, type SearchSchema } from './search-schema.js';
import type { Sqlite } from './sqlite.js';

/** One active filter, resolved to the index's numbers. */
export interface FilterSelection {
  readonly filter: number;
  /** Numbers of the values asked for that any document has. Empty: nothing can match. */
  readonly values: readonly number[];
}

/** The filters that restrict a request. @throws SearchUsageError on an unknown filter */
export function selectFilters(
  db: Sqlite,
  schema: SearchSchema,
  filters: SearchRequest['filters'] = {},
): FilterSelection[] {
  return Object.entries(filters)
    .filter(([, labels]) => labels.length > 0)
    .map(([name, labels]) => {
      const filter = filterNumber(schema, name);
      const rows = db.all<{ value: number }>(
        'SELECT value FROM filter_value WHERE filter = ? AND label IN (SELECT value FROM json_each(?))',
        filter,
        JSON.stringify(labels),
      );
      return { filter, values: rows.map((row) => row.value) };
    });
}

/** SQL list of a selection's values: numbers of ours, so they need no placeholders. */
export function valueList({ values }: FilterSelection): string {
  return `(${values.map((value) => Math.trunc(value)).join(', ')})`;
}
