import { normalizeText, normalizeWithOffsets, originalRange } from './normalize.js';
import { syllablesOf } from './pinyin.js';
import { textUnits, type TextUnit } from './text-units.js';

/** A text as the analyses see it. */
export interface AnalysedText {
  readonly units: readonly TextUnit[];
  /** How each unit is read; asked for only where sound matters. */
  readonly syllables: () => readonly string[];
}

/** One token, with the first and the last unit it was made of. */
export interface UnitToken {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** One token of a text, with the half-open range of the original text it came from. */
export interface AnalysisToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What an index must hold for a query to match: the very token, or with `prefix` any token that begins so. */
export interface QueryToken {
  readonly text: string;
  readonly prefix: boolean;
}

/** One word of a query: what stands between blanks and punctuation. */
export interface QueryWord {
  /** All of these must occur in a document for the word to be in it. Never empty. */
  readonly required: readonly QueryToken[];
  /** These one after the other are the word written exactly so. Only the last may be a prefix. */
  readonly phrase: readonly QueryToken[];
}

/**
 * One way of looking at text: by its characters, by how it sounds, by the initials of its syllables. An index keeps one
 * column for each analysis of each field, so a new analysis adds columns and changes nothing in the others.
 */
export interface TextAnalysis {
  /** Names the columns: lower-case letters. */
  readonly name: 'gram' | 'sound' | 'initial';
  /** Part of an index's schema: raise it when the tokens change, and indexes rebuild themselves. */
  readonly version: number;
  /** How much a match in this analysis counts beside one in the characters themselves, which count 1. */
  readonly weight: number;
  /** Only for fields that people search by how they sound. */
  readonly phonetic: boolean;
  /** All tokens of a document's text in reading order. */
  tokens(text: AnalysedText): UnitToken[];
}

/** Cuts a document's text into units, normalizing it before. */
export function analyseText(original: string): AnalysedText {
  return analysedUnits(textUnits(normalizeText(original)));
}

function analysedUnits(units: readonly TextUnit[]): AnalysedText {
  let syllables: readonly string[] | undefined;
  return { units, syllables: () => (syllables ??= syllablesOf(units)) };
}

/** The tokens of a text with their places in the original, for each analysis asked for. */
export function locateTokens(original: string, analyses: readonly TextAnalysis[]): AnalysisToken[][] {
  const normalized = normalizeWithOffsets(original);
  const text = analysedUnits(textUnits(normalized.text));
  return analyses.map((analysis) =>
    analysis.tokens(text).map((token) => ({
      text: token.text,
      ...originalRange(normalized, text.units[token.first]?.start ?? 0, text.units[token.last]?.end ?? 0),
    })),
  );
}
