import { TEXT_ANALYSES } from '#libs/chinese-text';
import { SearchUsageError } from './search-index.errors.js';

/** One searchable text of a document. */
export interface SearchField {
  readonly name: string;
  /** How much a match here counts beside the other fields, > 0. */
  readonly weight: number;
  /** The field holds document numbers (文号): a query that names one finds the document first. */
  readonly documentNumber?: boolean;
  /** People look for it by how it sounds, too: pinyin, initials, wrong characters of the same sound. Names, not prose. */
  readonly phonetic?: boolean;
}

/** What an index of documents is made of. Names are free text and never reach SQL. */
export interface SearchSchema {
  readonly fields: readonly SearchField[];
  /** `kind` is always there in addition. */
  readonly filters: readonly string[];
  readonly sorts: readonly string[];
}

/** Filter that every index has: the documents' kind. */
export const KIND_FILTER = 'kind';

/** Raise when the tables change: files written before are then rebuilt. */
const FORMAT = 3;

/** A query's filters are one bit each, see candidates. */
const MAX_FILTERS = 40;

/** Names of all filters of an index; the place in the list is the filter's number in the tables. */
export function filterNames(schema: SearchSchema): string[] {
  return [KIND_FILTER, ...schema.filters];
}

/** Number of a filter in the tables. @throws SearchUsageError when the schema has no such filter */
export function filterNumber(schema: SearchSchema, name: string): number {
  return indexOrThrow(filterNames(schema), name, 'filter');
}

/** SQL column of a sort. @throws SearchUsageError when the schema has no such sort */
export function sortColumn(schema: SearchSchema, name: string): string {
  return `sort_${indexOrThrow(schema.sorts, name, 'sort')}`;
}

/** One column of the full-text table: a field as one analysis sees it. */
export interface TextColumn {
  readonly name: string;
  readonly field: SearchField;
  readonly analysis: (typeof TEXT_ANALYSES)[number];
  /** Weight for BM25. */
  readonly weight: number;
}

/** All columns of the full-text table in order. */
export function textColumns(schema: SearchSchema): TextColumn[] {
  const known = columnsOf.get(schema);
  if (known !== undefined) return known;
  const columns = TEXT_ANALYSES.flatMap((analysis) =>
    schema.fields.flatMap((field, i) =>
      analysis.phonetic && field.phonetic !== true
        ? []
        : [{ name: `${analysis.name}_${i}`, field, analysis, weight: field.weight * analysis.weight }],
    ),
  );
  columnsOf.set(schema, columns);
  return columns;
}

const columnsOf = new WeakMap<SearchSchema, TextColumn[]>();

/** Column of `doc_content` that holds a field's text. */
export function contentColumns(schema: SearchSchema): string[] {
  return schema.fields.map((_, i) => `field_${i}`);
}

/** Text that is equal exactly for files that are interchangeable. */
export function schemaFingerprint(schema: SearchSchema): string {
  const analyses = TEXT_ANALYSES.map(({ name, version }) => `${name}@${version}`);
  const fields = schema.fields.map(({ name, documentNumber = false, phonetic = false }) => ({
    name,
    documentNumber,
    phonetic,
  }));
  return JSON.stringify({ format: FORMAT, analyses, fields, filters: schema.filters, sorts: schema.sorts });
}

/** @throws SearchUsageError when the schema contradicts itself */
export function assertUsableSchema(schema: SearchSchema): void {
  const fields = schema.fields.map((field) => field.name);
  for (const names of [fields, filterNames(schema), schema.sorts]) {
    if (new Set(names).size < names.length)
      throw new SearchUsageError(`a name occurs twice in ${names.join(', ')}`);
  }
  if (fields.length === 0) throw new SearchUsageError('an index needs at least one field');
  if (schema.fields.some(({ weight }) => !(weight > 0)))
    throw new SearchUsageError('weights must be above 0');
  if (schema.filters.length > MAX_FILTERS) throw new SearchUsageError(`more than ${MAX_FILTERS} filters`);
}

function indexOrThrow(names: readonly string[], name: string, what: string): number {
  const index = names.indexOf(name);
  if (index < 0) throw new SearchUsageError(`unknown ${what} "${name}", known are ${names.join(', ')}`);
  return index;
}
