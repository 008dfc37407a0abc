import { foldGlyph, INVISIBLE } from './glyph-fold.js';
import { simplifyCharacter } from './simplify.js';

/** Normalized text together with where each of its UTF-16 units came from. */
export interface NormalizedText {
  readonly text: string;
  /**
   * `offsets[i]` and `ends[i]` delimit, in UTF-16 units of the original, the piece that `text[i]` stands for.
   * Both are as long as `text`.
   */
  readonly offsets: readonly number[];
  readonly ends: readonly number[];
}

/** A half-open range of UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * One character with the marks that compose with it. Conjoining Hangul is the only other thing NFKC joins across
 * characters, so normalizing cluster by cluster gives what normalizing the whole would.
 */
const CLUSTER = /[\u1100-\u11ff\uac00-\ud7ff]+|\P{M}\p{M}*|\p{M}+/gsu;
const CACHE_LIMIT = 20_000;
const cache = new Map<string, string>();

/** Folds one cluster. White space becomes one blank, an invisible character nothing, a lone surrogate U+FFFD. */
function normalizeCluster(cluster: string): string {
  const known = cache.get(cluster);
  if (known !== undefined) return known;
  const visible = cluster.replace(INVISIBLE, '').replace(/\p{Cs}/gu, '\ufffd');
  const lower = visible.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ');
  const folded = Array.from(lower, (glyph) => simplifyCharacter(foldGlyph(glyph))).join('');
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(cluster, folded);
  return folded;
}

/**
 * Brings text to the one spelling that is indexed and searched: NFKC (so full-width becomes half-width), lower case,
 * simplified characters, one kind of bracket `()`, of quote `"` and of dash `-`, white space collapsed and trimmed, invisible characters gone.
 * @returns the text and, for every unit of it, the original range, so that highlights can be put into the original
 */
export function normalizeWithOffsets(original: string): NormalizedText {
  const pieces: string[] = [];
  const offsets: number[] = [];
  const ends: number[] = [];
  let blankBefore = true;
  for (const match of original.matchAll(CLUSTER)) {
    const cluster = match[0];
    let folded = normalizeCluster(cluster);
    if (blankBefore && folded.startsWith(' ')) folded = folded.slice(1);
    if (folded === '') continue;
    blankBefore = folded.endsWith(' ');
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit++) {
      offsets.push(match.index);
      ends.push(match.index + cluster.length);
    }
  }
  const untrimmed = pieces.join('');
  const text = untrimmed.endsWith(' ') ? untrimmed.slice(0, -1) : untrimmed;
  offsets.length = text.length;
  ends.length = text.length;
  return { text, offsets, ends };
}

/** What {@link foldedUnit} answers for a unit that cannot be looked at alone. */
const NOT_ALONE = 0;
const UNTRIED = 0xffff;
const foldedUnits = new Uint16Array(65_536).fill(UNTRIED);

/** The one unit that a unit folds into wherever it stands, or NOT_ALONE when it joins with others or becomes several. */
function foldedUnit(unit: number): number {
  const known = foldedUnits[unit] ?? UNTRIED;
  if (known !== UNTRIED) return known;
  const glyph = String.fromCharCode(unit);
  const folded = /[\p{M}\p{Cs}\u1100-\u11ff\uac00-\ud7ff]/u.test(glyph) ? '' : normalizeCluster(glyph);
  const answer = folded.length === 1 && !/\p{M}/u.test(folded) ? folded.charCodeAt(0) : NOT_ALONE;
  foldedUnits[unit] = answer;
  return answer;
}

/** {@link normalizeWithOffsets} without the offsets. Idempotent. */
export function normalizeText(original: string): string {
  const units: number[] = [];
  let blankBefore = true;
  for (let i = 0; i < original.length; i++) {
    const unit = foldedUnit(original.charCodeAt(i));
    if (unit === NOT_ALONE) return normalizeWithOffsets(original).text;
    const blank = unit === 0x20;
    if (!blank || !blankBefore) units.push(unit);
    blankBefore = blank;
  }
  if (blankBefore && units.length > 0) units.pop();
  return textOfUnits(units);
}

/** A call takes only so many arguments. */
const MAX_ARGUMENTS = 8_192;

function textOfUnits(units: readonly number[]): string {
  if (units.length <= MAX_ARGUMENTS) return String.fromCharCode(...units);
  let text = '';
  for (let i = 0; i < units.length; i += MAX_ARGUMENTS) {
    text += String.fromCharCode(...units.slice(i, i + MAX_ARGUMENTS));
  }
  return text;
}

/**
 * The range of the original that a non-empty range of the normalized text stands for.
 * @throws RangeError when the range is empty or outside the text
 */
export function originalRange(normalized: NormalizedText, start: number, end: number): TextRange {
  const from = normalized.offsets[start];
  const to = normalized.ends[end - 1];
  if (from === undefined || to === undefined || end <= start) {
    throw new RangeError(`no range ${start}..${end} in a text of ${normalized.text.length} units`);
  }
  return { start: from, end: to };
}
