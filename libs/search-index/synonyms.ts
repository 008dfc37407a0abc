import { normalizeText, readQuery, type QueryElement, type QueryReading } from '#libs/chinese-text';
import { allOf, allWordsExpression, anyOf, type MatchExpression } from './match-expression.js';
import type { SearchSchema } from './search-schema.js';

/** Words that mean the same to whoever searches; any of a group stands for all of it. */
export type SynonymGroups = readonly (readonly string[])[];

const SHORTEST = 2;
const MAX_TOKENS = 48;

/** A stretch of a word that has synonyms: half-open range of its elements. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly others: readonly string[];
}

/** A query with its everyday words replaced by official ones. */
export interface SynonymReading {
  /** Documents that have, for every word, the word itself or a synonym in its place. */
  readonly expression: MatchExpression;
  /** The synonyms that were put in, as the list writes them. */
  readonly words: readonly string[];
  readonly readings: readonly QueryReading[];
}

/** Finds the words of a list in queries. */
export class Synonyms {
  private readonly others = new Map<string, string[]>();
  private longest = 0;

  constructor(groups: SynonymGroups = []) {
    for (const group of groups) {
      const words = [...new Set(group.map(normalizeText))].filter((word) => word.length >= SHORTEST);
      for (const word of words) {
        const known = this.others.get(word) ?? [];
        this.others.set(word, [...new Set([...known, ...words.filter((other) => other !== word)])]);
        this.longest = Math.max(this.longest, word.length);
      }
    }
  }

  /** Null when no word of the query has synonyms. */
  read(schema: SearchSchema, literal: QueryReading): SynonymReading | null {
    const words: string[] = [];
    const expression = allOf(
      literal.words.map((word) => {
        const spans = this.spansOf(word);
        words.push(...spans.flatMap((span) => span.others));
        return wordExpression(schema, word, spans);
      }),
    );
    if (words.length === 0) return null;
    const unique = [...new Set(words)];
    return { expression, words: unique, readings: unique.map((word) => readQuery(word, MAX_TOKENS).literal) };
  }

  private spansOf(word: readonly QueryElement[]): Span[] {
    const spans: Span[] = [];
    for (let start = 0; start < word.length;) {
      const span = this.spanAt(word, start);
      if (span === null) start += 1;
      else {
        spans.push(span);
        start = span.end;
      }
    }
    return spans;
  }

  /** The longest word of the list that begins here. */
  private spanAt(word: readonly QueryElement[], start: number): Span | null {
    let text = '';
    let found: Span | null = null;
    for (let end = start; end < word.length && text.length < this.longest; end++) {
      text += word[end]?.text ?? '';
      const others = this.others.get(text);
      if (others !== undefined && others.length > 0) found = { start, end: end + 1, others };
    }
    return found;
  }
}

/** Every stretch with synonyms as any of them, and what stands between as it is. */
function wordExpression(
  schema: SearchSchema,
  word: readonly QueryElement[],
  spans: readonly Span[],
): MatchExpression {
  const textOf = (start: number, end: number): string =>
    word
      .slice(start, end)
      .map((element) => element.text)
      .join('');
  const written = (text: string): MatchExpression =>
    allWordsExpression(schema, readQuery(text, MAX_TOKENS).literal.tokens);
  const parts: MatchExpression[] = [];
  let from = 0;
  for (const span of [...spans, { start: word.length, end: word.length, others: [] }]) {
    const between = textOf(from, span.start);
    // A lone character between two words is grammar: 开店的补贴.
    if (between.length > 1 || (between !== '' && spans.length === 0)) parts.push(written(between));
    if (span.others.length > 0) {
      const choices = anyOf([textOf(span.start, span.end), ...span.others].map(written));
      parts.push(choices === null ? null : `(${choices})`);
    }
    from = span.end;
  }
  return allOf(parts);
}
