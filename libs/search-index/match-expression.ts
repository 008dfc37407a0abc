import { TEXT_ANALYSES, type QueryToken, type ReadWord, type TextAnalysis } from '#libs/chinese-text';
import { textColumns, type SearchSchema } from './search-schema.js';

/** Tokens of a query beyond these are ignored; FTS5 allows 256 levels, and nobody reads what 48 pairs must match. */
export const MAX_QUERY_TOKENS = 48;

/** An FTS5 expression, null where nothing can be asked for. */
export type MatchExpression = string | null;

/**
 * FTS5 expression for documents that have all words. Each word's exact wording is put in as an alternative: it finds
 * nothing more, but BM25 counts it, so documents with the very wording come first.
 */
export function allWordsExpression(schema: SearchSchema, words: readonly ReadWord[]): MatchExpression {
  return allOf(
    words.map((word) => {
      const all = word.required.map(ftsToken).join(' AND ');
      return inColumns(
        schema,
        word.analysis,
        word.phrase.length > 1 ? `(${all}) OR ${ftsPhrase(word)}` : all,
      );
    }),
  );
}

/** FTS5 expression for documents that have every word written out as it is. */
export function wordingExpression(
  schema: SearchSchema,
  words: readonly ReadWord[],
  field?: string,
): MatchExpression {
  return allOf(words.map((word) => inColumns(schema, word.analysis, ftsPhrase(word), field)));
}

/** FTS5 expression for documents that have any of the tokens, each in the columns of its analysis. */
export function anyTokenExpression(
  schema: SearchSchema,
  tokens: readonly { readonly analysis: TextAnalysis['name']; readonly token: QueryToken }[],
): MatchExpression {
  return anyOf(
    TEXT_ANALYSES.map(({ name }) => {
      const wanted = tokens.filter(({ analysis }) => analysis === name).map(({ token }) => ftsToken(token));
      return wanted.length === 0 ? null : inColumns(schema, name, [...new Set(wanted)].join(' OR '));
    }),
  );
}

/** Documents that any of the expressions finds. */
export function anyOf(expressions: readonly MatchExpression[]): MatchExpression {
  const usable = expressions.filter((expression) => expression !== null);
  return usable.length === 0 ? null : usable.join(' OR ');
}

/** Documents that all of the expressions find; null when one of them cannot be asked for. */
export function allOf(expressions: readonly MatchExpression[]): MatchExpression {
  const usable = expressions.filter((expression) => expression !== null);
  return usable.length < expressions.length || usable.length === 0 ? null : usable.join(' AND ');
}

/** Restricts an expression to the columns of one analysis, or to one field of it. */
export function inColumns(
  schema: SearchSchema,
  analysis: TextAnalysis['name'],
  expression: string,
  field?: string,
): MatchExpression {
  const columns = textColumns(schema).filter(
    (column) => column.analysis.name === analysis && (field === undefined || column.field.name === field),
  );
  if (columns.length === 0) return null;
  return `({${columns.map((column) => column.name).join(' ')}} : (${expression}))`;
}

const ftsPhrase = (word: ReadWord): string => word.phrase.map(ftsToken).join(' + ');

/** A quoted FTS5 string. Tokens hold only letters, digits and marks, so quoting cannot be broken out of; checked anyway. */
export function ftsToken({ text, prefix }: QueryToken): string {
  return `"${text.replaceAll('"', '""')}"${prefix ? ' *' : ''}`;
}
