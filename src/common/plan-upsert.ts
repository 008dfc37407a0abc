import { contentHash } from './content-hash.js';
import { SaveCounts } from './save-report.js';

/** A stored row that knows what it was made from. */
interface Stored {
  id: string;
  contentHash: string;
}

/** One row to write: `existing` is absent for a new one. */
export interface PlannedWrite<R, E> {
  record: R;
  hash: string;
  existing: E | undefined;
}

/** Which of `records` must be written, told by comparing hashes with the stored rows of the same code. */
export function planUpsert<R extends { code: string }, E extends Stored>(
  records: readonly R[],
  existing: ReadonlyMap<string, E>,
): { writes: PlannedWrite<R, E>[]; counts: SaveCounts } {
  const counts = new SaveCounts();
  const writes: PlannedWrite<R, E>[] = [];
  for (const record of records) {
    const stored = existing.get(record.code);
    const hash = contentHash(record);
    if (stored?.contentHash === hash) counts.unchanged++;
    else {
      counts[stored ? 'updated' : 'created']++;
      writes.push({ record, hash, existing: stored });
    }
  }
  return { writes, counts };
}

/** Text or null: an empty text says nothing. */
export const orNull = (text: string | undefined | null): string | null => (text ? text : null);
