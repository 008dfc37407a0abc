import type { AnalysisToken, QueryToken, QueryWord, TextAnalysis } from './text-analysis.js';
import { normalizeText, normalizeWithOffsets, originalRange } from './normalize.js';

/**
 * How Chinese is cut. A run of Han characters gives its overlapping pairs and, at its end, its last character alone:
 * 医保卡 → 医保 保卡 卡. So every character begins exactly one token, and a one-character query is a prefix query
 * while a two-character query is one exact token. Letters and digits stay whole words: A类5g → a 类 5g.
 */
const HAN = String.raw`\p{Script=Han}`;
const WORD = `(?:(?!${HAN})[\\p{L}\\p{N}])(?:(?!${HAN})[\\p{L}\\p{N}\\p{M}])*`;
/** In documents a blank between Han characters is layout (通　知), so the run goes on across it. */
const DOCUMENT_RUN = new RegExp(`${HAN}(?: ?${HAN})*|${WORD}`, 'gu');
/** In queries a blank parts words. */
const QUERY_WORD = new RegExp(`(?:${HAN}|${WORD})+`, 'gu');
const QUERY_RUN = new RegExp(`${HAN}+|${WORD}`, 'gu');
const STARTS_HAN = new RegExp(`^${HAN}`, 'u');
/** A longer word is cut, alike in documents and queries. */
const MAX_WORD_LENGTH = 64;

/** A token in the normalized text. */
interface Gram {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'pair' | 'last' | 'word';
}

function gramsOfRun(run: string, at: number): Gram[] {
  if (!STARTS_HAN.test(run)) {
    const text = run.length > MAX_WORD_LENGTH ? Array.from(run).slice(0, MAX_WORD_LENGTH).join('') : run;
    return [{ text, start: at, end: at + run.length, kind: 'word' }];
  }
  const characters = Array.from(run.matchAll(/\S/gu), (match) => ({
    text: match[0],
    start: at + match.index,
  }));
  return characters.map(({ text, start }, i) => {
    const next = characters[i + 1];
    return next === undefined
      ? { text, start, end: start + text.length, kind: 'last' }
      : { text: text + next.text, start, end: next.start + next.text.length, kind: 'pair' };
  });
}

function index(original: string): AnalysisToken[] {
  const normalized = normalizeWithOffsets(original);
  return Array.from(normalized.text.matchAll(DOCUMENT_RUN)).flatMap((run) =>
    gramsOfRun(run[0], run.index).map((gram) => ({
      text: gram.text,
      ...originalRange(normalized, gram.start, gram.end),
    })),
  );
}

/**
 * The last character of a run stands alone in the index only where a run ends. As the end of a query it is already
 * in the pair before it; as the whole run it may stand anywhere, so it becomes a prefix.
 */
function queryWord(grams: readonly Gram[]): QueryWord {
  const alone = (i: number): boolean => grams[i]?.kind === 'last' && grams[i - 1]?.kind !== 'pair';
  const required: QueryToken[] = [];
  grams.forEach((gram, i) => {
    if (gram.kind !== 'last' || alone(i)) required.push({ text: gram.text, prefix: gram.kind === 'last' });
  });
  const last = grams.length - 1;
  const written = grams[last]?.kind === 'last' && !alone(last) ? grams.slice(0, last) : grams;
  const phrase = written.map((gram, i) => ({
    text: gram.text,
    prefix: i === last && gram.kind === 'last',
  }));
  return { required, phrase };
}

function query(text: string, maxTokens: number): QueryWord[] {
  const words: QueryWord[] = [];
  let left = maxTokens;
  for (const [word] of normalizeText(text).matchAll(QUERY_WORD)) {
    if (left <= 0) break;
    const grams = Array.from(word.matchAll(QUERY_RUN)).flatMap((run) => gramsOfRun(run[0], run.index));
    const parsed = queryWord(grams.slice(0, left + 1));
    const required = parsed.required.slice(0, left);
    words.push({ required, phrase: parsed.phrase.slice(0, left) });
    left -= required.length;
  }
  return words;
}

/** Characters as written: pairs of Han characters, whole Latin words and numbers. */
export const gramAnalysis: TextAnalysis = { name: 'gram', version: 1, weight: 1, index, query };

/** The tokens under which a text is indexed, in reading order: 医保卡 A1 → 医保, 保卡, 卡, a1. */
export function bigrams(text: string): string[] {
  return index(text).map((token) => token.text);
}
