import {
  findDocumentNumbers,
  locateTokens,
  readQuery,
  TEXT_ANALYSES,
  type AnalysisToken,
  type QueryReadings,
  type QueryToken,
  type QueryWord,
  type ReadWord,
} from '#libs/chinese-text';
import { MAX_QUERY_TOKENS } from './match-expression.js';
import type { HighlightRange, MatchKind } from './search-request.js';

/** A field's text is searched for highlights up to here (UTF-16 units) … */
const MAX_SCANNED = 50_000;
/** … and not further when this many were found. */
const MAX_RANGES = 50;
/** Text is analysed in blocks of whole lines of about this length, so that common words are found without the rest. */
const BLOCK_LENGTH = 1_000;

/** What was looked for. */
export interface Highlightable {
  readonly query: QueryReadings;
  readonly match: MatchKind;
  readonly synonyms: readonly string[];
}

/**
 * Where a query's words stand in a text. Where a word is written out in full only that is marked, otherwise its parts.
 * @param phonetic whether the text was searched by sound, too; what only sounds alike is marked where nothing else is
 * @returns sorted ranges that neither overlap nor touch, at most 50
 */
export function highlight(
  text: string,
  phonetic: boolean,
  searched: Highlightable,
  numberKeys: readonly string[],
): HighlightRange[] {
  const ranges: HighlightRange[] = numberKeys.length > 0 ? numberRanges(text, numberKeys) : [];
  const words = wordsToMark(searched, phonetic);
  for (const block of blocks(text)) {
    if (ranges.length >= MAX_RANGES) break;
    ranges.push(...blockRanges(block.text, words).map((range) => shifted(range, block.start)));
  }
  return merged(ranges).slice(0, MAX_RANGES);
}

function wordsToMark({ query, match, synonyms }: Highlightable, phonetic: boolean): readonly ReadWord[] {
  const literal = [
    ...query.literal.tokens,
    ...synonyms.flatMap((word) => readQuery(word, MAX_QUERY_TOKENS).literal.tokens),
  ];
  if (!phonetic || match === 'all') return literal;
  const initials = match === 'initials' ? (query.initials()?.tokens ?? []) : [];
  return [...literal, ...query.sound().flatMap((reading) => reading.tokens), ...initials];
}

function blockRanges(text: string, words: readonly ReadWord[]): HighlightRange[] {
  const analyses = TEXT_ANALYSES.filter(({ name }) => words.some((word) => word.analysis === name));
  const located = locateTokens(text, analyses);
  return analyses.flatMap(({ name }, i) => {
    const tokens = located[i] ?? [];
    return words
      .filter((word) => word.analysis === name)
      .flatMap((word) => {
        const whole = phraseRanges(text, tokens, word);
        return whole.length > 0 ? whole : tokenRanges(text, tokens, word.required);
      });
  });
}

function phraseRanges(
  text: string,
  tokens: readonly AnalysisToken[],
  { phrase }: QueryWord,
): HighlightRange[] {
  return tokens.flatMap((first, at) => {
    const fits = phrase.every((wanted, i) => matches(tokens[at + i], wanted));
    const last = tokens[at + phrase.length - 1];
    const wanted = phrase.at(-1);
    return fits && last && wanted ? [{ start: first.start, end: endOf(text, last, wanted) }] : [];
  });
}

function tokenRanges(
  text: string,
  tokens: readonly AnalysisToken[],
  wanted: readonly QueryToken[],
): HighlightRange[] {
  return tokens.flatMap((token) => {
    const found = wanted.find((each) => matches(token, each));
    return found ? [{ start: token.start, end: endOf(text, token, found) }] : [];
  });
}

function matches(token: AnalysisToken | undefined, wanted: QueryToken): boolean {
  return (
    token !== undefined && (wanted.prefix ? token.text.startsWith(wanted.text) : token.text === wanted.text)
  );
}

/** A prefix of one character marks only that of the pair that begins with it. */
function endOf(text: string, token: AnalysisToken, wanted: QueryToken): number {
  if (token.text === wanted.text || !HAN.test(wanted.text)) return token.end;
  return token.start + String.fromCodePoint(text.codePointAt(token.start) ?? 0).length;
}

function numberRanges(text: string, keys: readonly string[]): HighlightRange[] {
  return findDocumentNumbers(text.slice(0, BLOCK_LENGTH), { lenient: true })
    .filter((number) => keys.includes(number.key))
    .map(({ start, end }) => ({ start, end }));
}

function* blocks(text: string): Generator<{ text: string; start: number }> {
  for (let start = 0; start < Math.min(text.length, MAX_SCANNED);) {
    const lineEnd = text.indexOf('\n', start + BLOCK_LENGTH);
    const end = lineEnd < 0 || lineEnd > start + MAX_SCANNED ? start + MAX_SCANNED : lineEnd;
    yield { text: text.slice(start, end), start };
    start = end;
  }
}

const HAN = /^\p{Script=Han}/u;

function shifted({ start, end }: HighlightRange, by: number): HighlightRange {
  return { start: start + by, end: end + by };
}

function merged(ranges: readonly HighlightRange[]): HighlightRange[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
