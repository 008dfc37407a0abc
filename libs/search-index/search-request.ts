/** A wording that must stand in a document, or must not; in one field or in any. */
export interface ExactWording {
  readonly text: string;
  readonly field?: string;
  readonly exclude?: boolean;
}

/** Bounds of a number to sort by, both ends included; a document without that number is outside. */
export interface SortRange {
  readonly by: string;
  readonly from?: number;
  readonly to?: number;
}

/** What is asked of the index. */
export interface SearchRequest {
  /** Words as typed. Empty or blank: everything is listed. Nothing but punctuation: nothing is found. */
  readonly text?: string;
  /** Precise search: with any of these, words are taken as they are written, without sound, synonyms or mistakes. */
  readonly wordings?: readonly ExactWording[];
  readonly ranges?: readonly SortRange[];
  /** Any of the values within a name, all of the names. A name without values restricts nothing. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** Instead of by relevance (with text) or by id (without). */
  readonly sort?: {
    readonly by: string;
    readonly direction: 'ascending' | 'descending';
    /** Ascending only: smaller numbers come last, as if they were absent. */
    readonly from?: number;
  };
  /** Hits to skip, from 0 (default). */
  readonly offset?: number;
  /** Hits to return, 0 to 1,000, by default 20. */
  readonly limit?: number;
  /** Names of filters whose values shall be counted. */
  readonly facets?: readonly string[];
  /** Fields in which the query is marked; all of them by default. Long texts take most of an answer's time. */
  readonly highlight?: readonly string[];
  /** Also say why each hit stands where it stands. */
  readonly explain?: boolean;
}

/** Why a hit stands where it stands: by exact number, then tier, then score. */
export interface HitReasons {
  readonly tier: number;
  /** How much of the query's weight the texts cover, from 0 to about 1; null where only BM25 looked at it. */
  readonly coverage: number | null;
  /** How well the query lies in the name, from 0 to about 1.5; null as above. */
  readonly alignment: number | null;
}

/**
 * How documents were found, most literal first: `all` words as they were typed (or a synonym in their place), by
 * `sound` (pinyin, other characters of the same sound), by `initials`, or because they have `some` of the words.
 */
export type MatchKind = 'all' | 'sound' | 'initials' | 'some';

/** A half-open range of UTF-16 units in a field's text as it was given. */
export interface HighlightRange {
  readonly start: number;
  readonly end: number;
}

/** One document that was found. */
export interface SearchHit<TStored = unknown> {
  readonly id: string;
  readonly kind: string;
  /** Larger is better, comparable within one result only; 0 when there was no text. */
  readonly score: number;
  /** The query names this document's number. Such hits come first whatever the sort. */
  readonly exact: boolean;
  readonly stored: TStored;
  /** Where the request asked for it. */
  readonly reasons?: HitReasons;
  /** By field name; fields without a match are left out. Sorted, not overlapping. */
  readonly highlights: Readonly<Record<string, readonly HighlightRange[]>>;
}

/** How many of the documents found have a value. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** The answer to a {@link SearchRequest}. */
export interface SearchResult<TStored = unknown> {
  readonly total: number;
  readonly hits: readonly SearchHit<TStored>[];
  /**
   * By filter name, most frequent first, at most 200. A facet is counted without the filter of its own name, so that
   * it says what choosing another value would give.
   */
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  readonly match: MatchKind;
  /** No document has all words, so these have some of them: the nearest 200 or so. */
  readonly relaxed: boolean;
  /** Synonyms that were looked for beside the words themselves. */
  readonly synonyms: readonly string[];
  /** What the query probably meant, where the nearest document writes it otherwise (您是不是要找); null otherwise. */
  readonly suggestion: string | null;
  /** Milliseconds inside the index, without waiting for a free worker. */
  readonly tookMs: number;
}
