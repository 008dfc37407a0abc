import type { QueryElement } from '#libs/chinese-text';

/** A text to align a query with: its units, and how each may be read. */
export interface SpokenText {
  readonly texts: readonly string[];
  /** Readings by unit, the likeliest first; none for what is no Han character. */
  readonly readings: readonly (readonly string[])[];
}

/** How well a query's word lies in a text, from 0 to 1, and where: half-open range of units. */
export interface Alignment {
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

const SAME_SOUND = 0.85;
const OTHER_READING = 0.75;
/** A wrong character, one that is missing in the query, and one that it has too much. */
const WRONG = -0.4;
const MISSING = -0.3;
const EXTRA = -0.5;
/** Texts are looked at up to here; names are shorter. */
const MAX_UNITS = 200;
const MAX_ELEMENTS = 48;

/** How like an element and a unit are, 0 when they are not. */
export function likeness(element: QueryElement, text: string, readings: readonly string[]): number {
  if (element.text !== '' && element.text === text) return 1;
  const [usual] = readings;
  if (usual === undefined || element.initial === '') return 0;
  if (element.syllable === '') return readings.some((reading) => reading.startsWith(element.initial)) ? 1 : 0;
  if (element.open) return readings.some((reading) => reading.startsWith(element.syllable)) ? 1 : 0;
  const typed = element.text === '' ? 1 : SAME_SOUND;
  if (usual === element.syllable) return typed;
  return readings.includes(element.syllable) ? OTHER_READING : 0;
}

/**
 * Best place of a word in a text, allowing for wrong, missing and additional characters (Smith and Waterman's local
 * alignment, J. Mol. Biol. 147, 195–197, 1981).
 */
export function align(word: readonly QueryElement[], text: SpokenText): Alignment {
  const columns = Math.min(text.texts.length, MAX_UNITS);
  const rows = Math.min(word.length, MAX_ELEMENTS);
  let before = new Float64Array(columns + 1);
  let startsBefore = new Int32Array(columns + 1);
  let current = new Float64Array(columns + 1);
  let starts = new Int32Array(columns + 1);
  let best: Alignment = { score: 0, start: 0, end: 0 };
  for (let r = 0; r < rows; r++) {
    const element = word[r];
    if (element === undefined) break;
    for (let c = 1; c <= columns; c++) {
      const like = likeness(element, text.texts[c - 1] ?? '', text.readings[c - 1] ?? []);
      const diagonal = (before[c - 1] ?? 0) + (like > 0 ? like : WRONG);
      const up = (before[c] ?? 0) + EXTRA;
      const left = (current[c - 1] ?? 0) + MISSING;
      const score = Math.max(0, diagonal, up, left);
      current[c] = score;
      if (score === 0) starts[c] = c;
      else if (score === diagonal)
        starts[c] = (before[c - 1] ?? 0) > 0 ? (startsBefore[c - 1] ?? c - 1) : c - 1;
      else starts[c] = (score === up ? startsBefore[c] : starts[c - 1]) ?? c;
      if (score > best.score) best = { score, start: starts[c] ?? 0, end: c };
    }
    [before, current] = [current, before];
    [startsBefore, starts] = [starts, startsBefore];
  }
  return { ...best, score: word.length === 0 ? 0 : best.score / word.length };
}
