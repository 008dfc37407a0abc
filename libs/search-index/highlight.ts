import {
  findDocumentNumbers,
  TEXT_ANALYSES,
  type AnalysisToken,
  type QueryToken,
  type QueryWord,
} from '#libs/chinese-text';
import type { AnalysedQuery } from './match-expression.js';
import type { HighlightRange } from './search-request.js';

/** A field's text is searched for highlights up to here (UTF-16 units) … */
const MAX_SCANNED = 50_000;
/** … and not further when this many were found. */
const MAX_RANGES = 50;
/** Text is analysed in blocks of whole lines of about this length, so that common words are found without the rest. */
const BLOCK_LENGTH = 1_000;

/**
 * Where a query's words stand in a text. Where a word is written out in full only that is marked, otherwise its parts.
 * @returns sorted ranges that neither overlap nor touch, at most 50
 */
export function highlight(
  text: string,
  query: AnalysedQuery,
  numberKeys: readonly string[],
): HighlightRange[] {
  const ranges: HighlightRange[] = numberKeys.length > 0 ? numberRanges(text, numberKeys) : [];
  for (const block of blocks(text)) {
    if (ranges.length >= MAX_RANGES) break;
    ranges.push(...blockRanges(block.text, query).map((range) => shifted(range, block.start)));
  }
  return merged(ranges).slice(0, MAX_RANGES);
}

function blockRanges(text: string, query: AnalysedQuery): HighlightRange[] {
  return TEXT_ANALYSES.flatMap((analysis, i) => {
    const words = query[i] ?? [];
    if (words.length === 0) return [];
    const tokens = analysis.index(text);
    return words.flatMap((word) => {
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

/** A prefix is one character, so only that is marked of the pair that begins with it. */
function endOf(text: string, token: AnalysisToken, wanted: QueryToken): number {
  if (token.text === wanted.text) return token.end;
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
