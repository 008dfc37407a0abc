import type { ImportOutcome } from '../../reviews/import.terms.js';
import type { ImportMap } from '../map/import-map.js';

/** What a person wants of an import. */
export interface StaffImportOptions {
  map?: ImportMap | null;
  /** Only says what would happen. */
  dryRun: boolean;
  /** Brings what is right where something is wrong. */
  partial: boolean;
  /** Of the plan that the person saw; null: whatever comes. */
  plan: string | null;
  page: number;
  pageSize: number;
  /** Lists only changes of this outcome; null: all. */
  outcome: ImportOutcome | null;
}
