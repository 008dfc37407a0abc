import { readQuery } from '#libs/chinese-text';
import type { HitCandidates } from './candidates.js';
import {
  allOf,
  allWordsExpression,
  MAX_QUERY_TOKENS,
  wordingExpression,
  type MatchExpression,
} from './match-expression.js';
import type { SearchContext } from './search-context.js';
import { SearchUsageError } from './search-index.errors.js';
import type { ExactWording, SearchRequest } from './search-request.js';
import { sortColumn, textColumns, type SearchSchema } from './search-schema.js';

/** Whether a request asks for exact wordings or bounds. */
export function isPrecise({ wordings = [], ranges = [] }: SearchRequest): boolean {
  return wordings.length > 0 || ranges.length > 0;
}

/**
 * Fills the temporary table `hit` with the documents that have all words and wordings as they are written, none of the
 * excluded ones, and lie within all bounds.
 * @throws SearchUsageError on an unknown field or sort
 */
export function fillExactHits(
  { db, schema }: SearchContext,
  { text = '', wordings = [], ranges = [] }: SearchRequest,
  candidates: HitCandidates,
): void {
  const required = wordings.filter(({ exclude }) => exclude !== true);
  const words = readQuery(text, MAX_QUERY_TOKENS).literal.tokens;
  const parts = required.map((wording) => wordingOf(schema, wording));
  if (words.length > 0) parts.push(allWordsExpression(schema, words));
  const expression = allOf(parts);
  const passed = candidates.passedExpression('d.doc');
  if (expression !== null) {
    const weights = textColumns(schema).map((column) => column.weight);
    db.run(
      `INSERT INTO temp.hit SELECT d.doc, 0, d.tier, x.rank, ${passed} FROM (
         SELECT rowid AS doc, bm25(doc_text, ${weights.join(', ')}) AS rank FROM doc_text WHERE doc_text MATCH ?) x
       CROSS JOIN doc d WHERE d.doc = x.doc`,
      expression,
    );
  } else if (parts.length === 0) {
    db.run(`INSERT INTO temp.hit SELECT d.doc, 0, d.tier, 0, ${passed} FROM doc d`);
  }
  for (const wording of wordings.filter(({ exclude }) => exclude === true)) {
    const unwanted = wordingOf(schema, wording);
    if (unwanted === null) continue;
    db.run('DELETE FROM temp.hit WHERE doc IN (SELECT rowid FROM doc_text WHERE doc_text MATCH ?)', unwanted);
  }
  for (const { by, from = -Number.MAX_VALUE, to = Number.MAX_VALUE } of ranges) {
    const column = sortColumn(schema, by);
    db.run(
      `DELETE FROM temp.hit WHERE doc NOT IN (SELECT doc FROM doc WHERE ${column} BETWEEN ? AND ?)`,
      from,
      to,
    );
  }
}

function wordingOf(schema: SearchSchema, { text, field }: ExactWording): MatchExpression {
  if (field !== undefined && !schema.fields.some(({ name }) => name === field)) {
    throw new SearchUsageError(`unknown field "${field}"`);
  }
  const words = readQuery(text, MAX_QUERY_TOKENS).literal.tokens;
  return words.length === 0 ? null : wordingExpression(schema, words, field);
}
