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
 * One way of looking at text, for example by its characters or by how it sounds. An index keeps one column for each
 * analysis of each field, so a new analysis adds columns and changes nothing in the others.
 */
export interface TextAnalysis {
  /** Names the columns: lower-case letters. */
  readonly name: string;
  /** Part of an index's schema: raise it when the tokens change, and indexes rebuild themselves. */
  readonly version: number;
  /** How much a match in this analysis counts beside one in the characters themselves, which count 1. */
  readonly weight: number;
  /** All tokens of a document's text in reading order. */
  index(text: string): AnalysisToken[];
  /** The words of a query, cut off after `maxTokens` required tokens. Empty when there is nothing to look for. */
  query(text: string, maxTokens: number): QueryWord[];
}
