import { TEXT_ANALYSES, type QueryToken, type QueryWord } from '#libs/chinese-text';
import { textColumns, type SearchSchema } from './search-schema.js';

/** Tokens of a query beyond these are ignored; FTS5 allows 256 levels, and nobody reads what 48 pairs must match. */
export const MAX_QUERY_TOKENS = 48;

/** A query's words as each analysis reads them, in the order of TEXT_ANALYSES. */
export type AnalysedQuery = readonly (readonly QueryWord[])[];

/** Takes a query apart. All lists are empty when it holds nothing but punctuation. */
export function analyseQuery(text: string): AnalysedQuery {
  return TEXT_ANALYSES.map((analysis) => analysis.query(text, MAX_QUERY_TOKENS));
}

/**
 * FTS5 expression for documents that have all words in one analysis. Each word's exact wording is put in as an
 * alternative: it finds nothing more, but BM25 counts it, so documents with the very wording come first.
 */
export function allWordsExpression(schema: SearchSchema, query: AnalysedQuery): string {
  return perAnalysis(schema, query, (words) =>
    words.map((word) => `(${withPhrase(word, word.required.map(ftsToken).join(' AND '))})`).join(' AND '),
  );
}

/** FTS5 expression for documents that have any token in any analysis. */
export function anyTokenExpression(schema: SearchSchema, query: AnalysedQuery): string {
  return perAnalysis(schema, query, (words) => {
    const tokens = words.flatMap((word) => word.required);
    // A lone character finds half the documents, so it counts only where there is nothing better.
    const telling = tokens.filter((token) => !token.prefix);
    const terms = (telling.length > 0 ? telling : tokens).map(ftsToken);
    return [...new Set(terms), ...words.filter(hasPhrase).map(ftsPhrase)].join(' OR ');
  });
}

function perAnalysis(
  schema: SearchSchema,
  query: AnalysedQuery,
  expression: (words: readonly QueryWord[]) => string,
): string {
  return TEXT_ANALYSES.flatMap((analysis, i) => {
    const words = query[i] ?? [];
    if (words.length === 0) return [];
    const columns = textColumns(schema).filter((column) => column.analysis === analysis);
    return [`({${columns.map((column) => column.name).join(' ')}} : (${expression(words)}))`];
  }).join(' OR ');
}

function withPhrase(word: QueryWord, expression: string): string {
  return hasPhrase(word) ? `(${expression}) OR ${ftsPhrase(word)}` : expression;
}

const hasPhrase = (word: QueryWord): boolean => word.phrase.length > 1;

const ftsPhrase = (word: QueryWord): string => word.phrase.map(ftsToken).join(' + ');

/** A quoted FTS5 string. Tokens hold only letters, digits and marks, so quoting cannot be broken out of; checked anyway. */
function ftsToken({ text, prefix }: QueryToken): string {
  return `"${text.replaceAll('"', '""')}"${prefix ? ' *' : ''}`;
}
