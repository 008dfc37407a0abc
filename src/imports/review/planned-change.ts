import { contentHash } from '../../common/content-hash.js';
import type { InputFault } from '../../common/domain.error.js';
import type { FieldChange } from '../../reviews/drafts/draft-content.js';
import type { ImportOutcome } from '../../reviews/import.terms.js';
import type { ImportKind } from '../import-kind.js';
import type { PlacedRecord } from '../placed-record.js';

/** What an import does to one record, or would do. */
export interface PlannedChange {
  kind: ImportKind;
  placed: PlacedRecord;
  code: string;
  title: string;
  outcome: ImportOutcome;
  /** Why it is refused or left alone, and the fields that are to blame. */
  faults: InputFault[];
  draftId: string | null;
  fields: FieldChange[];
  /** The same as long as the same would happen. */
  key: string;
}

/** One hash over everything that would happen: who confirms it says what they saw. */
export const planHash = (changes: readonly PlannedChange[]): string =>
  contentHash(changes.map(({ kind, code, outcome, key }) => [kind, code, outcome, key]));

/** Whether something is written. */
export const isWritten = ({ outcome }: Pick<PlannedChange, 'outcome'>): boolean =>
  outcome === 'created' || outcome === 'updated';
