import type { JsonValue } from '#libs/tabular';
import type { ImportKind } from '../import-kind.js';

/** A value, or any of several, that a source field must have. */
export type Condition = {
  field: string;
  /** Has one of these (or, of a list, holds one); without both, it must be filled in. */
  is?: string[];
  /** Is filled in with something else than these. */
  isNot?: string[];
};

/** How one field of a record is made. Exactly one of `from`, `template`, `value`, `sequence`, `choose`, `collect`. */
export interface FieldRule {
  /** Source fields; the first that is filled in counts. */
  from?: string[];
  /** Text with `{field}` or `{field:from:to}` (characters, as of a slice) put in. */
  template?: string;
  /** The same for all. */
  value?: JsonValue;
  /** Counts 1, 2, 3 … among the rows for which this template gives the same text. */
  sequence?: string;
  /** The value of the first entry whose conditions all hold. */
  choose?: { if: Condition[]; value: string }[];
  /** A list of the values whose conditions all hold. */
  collect?: { if: Condition[]; value: string }[];
  removePrefix?: string[];
  removeSuffix?: string[];
  /** Splits a text into a list. */
  split?: string;
  /** Joins a list to a text. */
  join?: string;
  /** Translates values; null leaves the value out. */
  values?: Record<string, string | null>;
  /** What stands for values that `values` or `choose` does not know; without it they stay, or are left out. */
  otherwise?: string | null;
}

/** How records of one kind are made from each row. */
export interface RecordRule {
  kind: ImportKind;
  /** Rows that make it; all without. */
  if: Condition[];
  /** Several rows make the same record, which is kept once. */
  distinct: boolean;
  fields: Record<string, FieldRule>;
}

/** Says what each row of a foreign source makes (映射文件); see docs/import.md. */
export interface ImportMap {
  /** Sheets or lists it is for; all without. */
  sheets: string[] | null;
  records: RecordRule[];
}
