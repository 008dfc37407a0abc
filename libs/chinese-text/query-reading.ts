import { gramWord } from './gram-analysis.js';
import { normalizeText } from './normalize.js';
import { syllablesOf } from './pinyin.js';
import { syllablePaths, type SyllablePath } from './syllables.js';
import type { QueryToken, QueryWord, TextAnalysis } from './text-analysis.js';
import { textUnits, type TextUnit } from './text-units.js';

/** One thing typed: a character, a syllable, a first letter, or a word of another script. */
export interface QueryElement {
  /** The character or word; empty where only its sound was typed. */
  readonly text: string;
  /** A character, or the sound of one. */
  readonly han: boolean;
  /** How it is read; empty for a word, where only the first letter was typed, and where sound does not matter. */
  readonly syllable: string;
  /** First letter of the syllable; empty where there is none. */
  readonly initial: string;
  /** The syllable may go on: somebody is still typing. */
  readonly open: boolean;
}

/** A query read in one way. */
export interface QueryReading {
  /** Words in order, each with its elements. */
  readonly words: readonly (readonly QueryElement[])[];
  /** What an index must hold, word by word; a word that an index cannot be asked for is left out. */
  readonly tokens: readonly ReadWord[];
}

/** A word of a query as one analysis reads it. */
export interface ReadWord extends QueryWord {
  readonly analysis: TextAnalysis['name'];
}

/** A query taken apart in every way it may be meant. */
export interface QueryReadings {
  /** By the characters and words as they are written. */
  readonly literal: QueryReading;
  /** By sound, likeliest first: characters by their reading, letters as pinyin. Worked out when it is asked for. */
  readonly sound: () => readonly QueryReading[];
  /** By first letters; null where none were typed. Worked out when it is asked for. */
  readonly initials: () => QueryReading | null;
}

const LETTERS = /^[a-zü]+$/;
const MAX_READINGS = 6;

/**
 * Takes a query apart.
 * @param maxTokens tokens beyond these are left off; nobody reads what 48 pairs must match
 * @param partial the last syllable may be half typed
 */
export function readQuery(query: string, maxTokens: number, { partial = true } = {}): QueryReadings {
  const words = queryWords(normalizeText(query), maxTokens);
  const letters = words.some((word) => word.some((unit) => LETTERS.test(unit.text)));
  const literal = {
    words: words.map((word) => word.map(({ text, han }) => elementOf(text, han, ''))),
    tokens: words.map(literalWord).filter((word) => word.required.length > 0),
  };
  const spoken = words.every((word) => word.every((unit) => LETTERS.test(unit.text)))
    ? [words.flat()]
    : words;
  return {
    literal,
    sound: once(() => soundReadings(spoken, partial)),
    initials: once(() => (letters ? initialReading(spoken) : null)),
  };
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

/** Blanks and punctuation part the words of a query. */
function queryWords(text: string, maxUnits: number): TextUnit[][] {
  const words: TextUnit[][] = [];
  let end = -1;
  for (const unit of textUnits(text, { acrossMarks: false }).slice(0, maxUnits + 1)) {
    if (unit.start === end) words.at(-1)?.push(unit);
    else words.push([unit]);
    end = unit.end;
  }
  return words;
}

const literalWord = (word: readonly TextUnit[]): ReadWord => ({ ...gramWord(word), analysis: 'gram' });

const elementOf = (text: string, han: boolean, syllable: string, open = false): QueryElement => ({
  text,
  han,
  syllable,
  initial: syllable.slice(0, 1),
  open,
});

function soundReadings(words: readonly (readonly TextUnit[])[], partial: boolean): QueryReading[] {
  let readings: QueryElement[][][] = [[]];
  for (const [w, word] of words.entries()) {
    const last = partial && w === words.length - 1;
    const ways = wordSounds(word, last);
    readings = readings.flatMap((before) => ways.map((way) => [...before, way])).slice(0, MAX_READINGS);
  }
  return readings.map((found) => ({ words: found, tokens: found.flatMap(soundTokens) }));
}

/** How a word may be read. Empty when it has letters that are no pinyin. */
function wordSounds(word: readonly TextUnit[], partial: boolean): QueryElement[][] {
  const syllables = syllablesOf(word);
  let ways: QueryElement[][] = [[]];
  for (const [i, unit] of word.entries()) {
    const choices = LETTERS.test(unit.text)
      ? syllablePaths(unit.text, { partial: partial && i === word.length - 1 }).map(pathElements)
      : [[elementOf(unit.text, unit.han, syllables[i] ?? '')]];
    ways = ways.flatMap((before) => choices.map((choice) => [...before, ...choice])).slice(0, MAX_READINGS);
  }
  return ways;
}

const pathElements = ({ syllables, open }: SyllablePath): QueryElement[] =>
  syllables.map((syllable, i) => elementOf('', true, syllable, open && i === syllables.length - 1));

/** Pairs of syllables; a lone one may begin a pair anywhere. */
function soundTokens(word: readonly QueryElement[]): ReadWord[] {
  const [only, second] = word;
  if (only !== undefined && second === undefined && only.text !== '') {
    return [literalWord(textUnits(only.text))];
  }
  const required: QueryToken[] = [];
  for (let i = 0; i < word.length; i++) {
    const element = word[i];
    const next = word[i + 1];
    if (element === undefined || element.syllable === '') continue;
    if (next !== undefined && next.syllable !== '') {
      required.push({ text: element.syllable + next.syllable, prefix: next.open });
    } else if (word.length === 1) required.push({ text: element.syllable, prefix: true });
  }
  return required.length > 0 ? [{ required, phrase: required, analysis: 'sound' }] : [];
}

/** Two are the beginning of many triples, which is enough for somebody who is still typing. */
const FEWEST_INITIALS = 2;

function initialReading(words: readonly (readonly TextUnit[])[]): QueryReading | null {
  const found = words.map((word) => {
    const syllables = syllablesOf(word);
    return word.flatMap((unit, i): QueryElement[] =>
      LETTERS.test(unit.text)
        ? Array.from(unit.text, (letter) => ({
            text: '',
            han: true,
            syllable: '',
            initial: letter,
            open: false,
          }))
        : [elementOf(unit.text, unit.han, syllables[i] ?? '')],
    );
  });
  if (found.some((word) => word.length < FEWEST_INITIALS)) return null;
  const tokens = found.flatMap(initialTokens);
  return tokens.length === 0 ? null : { words: found, tokens };
}

function initialTokens(word: readonly QueryElement[]): ReadWord[] {
  const required: QueryToken[] = [];
  const [first, second, third] = word.map((element) => element.initial);
  if (third === undefined && first && second) required.push({ text: first + second, prefix: true });
  for (let i = 2; i < word.length; i++) {
    const three = word.slice(i - 2, i + 1).map((element) => element.initial);
    if (three.every((initial) => initial !== '')) required.push({ text: three.join(''), prefix: false });
  }
  return required.length > 0 ? [{ required, phrase: required, analysis: 'initial' }] : [];
}
