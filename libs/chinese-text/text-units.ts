import { CharacterClass, classOfPair, classOfUnit } from './character-class.js';

/** The smallest thing a text is searched by: one Han character, or one word or number of another script. */
export interface TextUnit {
  readonly text: string;
  readonly han: boolean;
  /** Range in the normalized text. */
  readonly start: number;
  readonly end: number;
  /** A Han character that goes on where the one before it ended; blanks (通　知) and marks between are passed over. */
  readonly joined: boolean;
}

/** A longer word is cut, alike in documents and queries. */
const MAX_WORD_LENGTH = 64;

/**
 * What people leave out when they type a name: blanks, quotes, brackets and what joins the parts of a list. What ends a
 * part of a sentence is not among it.
 */
const PASSED_OVER = new Set(' "\'()《》<>、·-+/&');
/** So many of these may stand together: )》"、 */
const MOST_PASSED_OVER = 4;

/** Cuts normalized text into units. @param acrossMarks whether words go on behind quotes, brackets and the like */
export function textUnits(text: string, { acrossMarks = true } = {}): TextUnit[] {
  const units: TextUnit[] = [];
  let lastHanEnd = -1;
  for (let i = 0; i < text.length;) {
    const start = i;
    i += lengthAt(text, i);
    const kind = classAt(text, start);
    if (kind === CharacterClass.Han) {
      const joined = lastHanEnd >= 0 && goesOnAt(text, lastHanEnd, start, acrossMarks);
      units.push({ text: text.slice(start, i), han: true, start, end: i, joined });
      lastHanEnd = i;
    } else if (kind === CharacterClass.Word) {
      while (i < text.length && goesOn(classAt(text, i))) i += lengthAt(text, i);
      units.push({ text: shortened(text.slice(start, i)), han: false, start, end: i, joined: false });
    }
  }
  return units;
}

/** Whether nothing stands between, or nothing that counts. */
function goesOnAt(text: string, from: number, to: number, acrossMarks: boolean): boolean {
  if (to - from > (acrossMarks ? MOST_PASSED_OVER : 0)) return false;
  for (let i = from; i < to; i++) if (!PASSED_OVER.has(text[i] ?? '')) return false;
  return true;
}

const goesOn = (kind: CharacterClass): boolean =>
  kind === CharacterClass.Word || kind === CharacterClass.Mark;

function shortened(word: string): string {
  return word.length > MAX_WORD_LENGTH ? Array.from(word).slice(0, MAX_WORD_LENGTH).join('') : word;
}

function lengthAt(text: string, at: number): number {
  return classOfUnit(text.charCodeAt(at)) === CharacterClass.Surrogate && at + 1 < text.length ? 2 : 1;
}

function classAt(text: string, at: number): CharacterClass {
  const kind = classOfUnit(text.charCodeAt(at));
  return kind === CharacterClass.Surrogate ? classOfPair(text.slice(at, at + 2)) : kind;
}
