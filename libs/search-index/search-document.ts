/** What one index holds about one thing that can be found. `TStored` must survive JSON. */
export interface SearchDocument<TStored = unknown> {
  /** Unique in the index. */
  readonly id: string;
  /** Sort of thing, free for the caller to choose. Can be filtered and counted under the filter name `kind`. */
  readonly kind: string;
  /** Text by field name. A field that is absent is empty; a name that the schema does not know is refused. */
  readonly fields: Readonly<Record<string, string>>;
  /** Values by filter name. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Numbers to sort by; null sorts last in either direction. */
  readonly sort: Readonly<Record<string, number | null>>;
  /** Whole number from 0 (default): among hits without a sort a lower tier comes first, whatever the score. */
  readonly tier?: number;
  /** Handed back with a hit. */
  readonly stored: TStored;
}

/** Changes that take effect together or not at all. Deletions come first, a later upsert of one id wins. */
export interface SearchBatch<TStored = unknown> {
  readonly upserts: readonly SearchDocument<TStored>[];
  /** Ids; those not in the index are no error. */
  readonly deletes: readonly string[];
  /** Place in the caller's change feed up to which the index is true after this batch. A safe integer. */
  readonly cursor: number;
}
