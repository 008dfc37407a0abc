import { documentNumberKeys, normalizeText } from '#libs/chinese-text';
import type { HitCandidates } from './candidates.js';
import {
  allWordsExpression,
  analyseQuery,
  anyTokenExpression,
  type AnalysedQuery,
} from './match-expression.js';
import { textColumns, type SearchSchema } from './search-schema.js';
import type { Sqlite } from './sqlite.js';

/** Longer queries are cut: no question has more, and a document number stands in the first characters of one. */
const MAX_QUERY_LENGTH = 1_000;

function shortened(text: string): string {
  return text.trim().slice(0, MAX_QUERY_LENGTH);
}

/** True when a query asks for nothing, as opposed to something that cannot be found such as punctuation. */
export function isBlank(text: string): boolean {
  return normalizeText(shortened(text)) === '';
}

/** How a query was understood. */
export interface TextHits {
  readonly query: AnalysedQuery;
  /** Keys of the document numbers in the query that the index knows. */
  readonly numberKeys: readonly string[];
  /** See SearchResult. */
  readonly relaxed: boolean;
}

/**
 * Fills the temporary table `hit` (doc, exact, rank, passed) with the documents that match a text, whatever the filters:
 * so the answer does not change its nature when a filter is set.
 */
export function fillHits(
  db: Sqlite,
  schema: SearchSchema,
  text: string,
  candidates: HitCandidates,
): TextHits {
  db.exec(
    'CREATE TEMP TABLE IF NOT EXISTS hit (doc INTEGER PRIMARY KEY, exact INTEGER NOT NULL, rank REAL NOT NULL, ' +
      'passed INTEGER NOT NULL); DELETE FROM temp.hit',
  );
  const short = shortened(text);
  const query = analyseQuery(short);
  const numberKeys = knownKeys(db, short);
  if (query.every((words) => words.length === 0)) return { query, numberKeys, relaxed: false };
  insertMatches(db, schema, candidates, allWordsExpression(schema, query));
  for (const key of numberKeys) insertNumber(db, candidates, key);
  if (hasHits(db)) return { query, numberKeys, relaxed: false };
  insertMatches(db, schema, candidates, anyTokenExpression(schema, query));
  return { query, numberKeys, relaxed: hasHits(db) };
}

function insertMatches(
  db: Sqlite,
  schema: SearchSchema,
  candidates: HitCandidates,
  expression: string,
): void {
  const weights = textColumns(schema).map((column) => column.weight);
  db.run(
    `INSERT INTO temp.hit SELECT t.rowid, 0, bm25(doc_text, ${weights.join(', ')}), ` +
      `${candidates.passedExpression('t.rowid')} FROM doc_text t WHERE doc_text MATCH ?`,
    expression,
  );
}

function insertNumber(db: Sqlite, candidates: HitCandidates, key: string): void {
  db.run(
    `INSERT INTO temp.hit SELECT n.doc, 1, 0, ${candidates.passedExpression('n.doc')} FROM doc_number n ` +
      'WHERE n.key = ? ON CONFLICT (doc) DO UPDATE SET exact = 1',
    key,
  );
}

/** Of each number's possible keys the likeliest that a document has. */
function knownKeys(db: Sqlite, text: string): string[] {
  return documentNumberKeys(text).flatMap((keys) => {
    const known = keys.find(
      (key) => db.first('SELECT 1 FROM doc_number WHERE key = ? LIMIT 1', key) !== undefined,
    );
    return known === undefined ? [] : [known];
  });
}

function hasHits(db: Sqlite): boolean {
  return db.first('SELECT 1 FROM temp.hit LIMIT 1') !== undefined;
}
