import { createHash, createHmac } from 'node:crypto';
import { canonicalJson } from '../common/content-hash.js';
import type { AuditEntry } from './audit-entry.entity.js';

/** What stands where the first entry names the hash of the one before. */
export const CHAIN_START = '0'.repeat(64);

/** What the hash of an entry covers: all of it but the hash and what is made from the hash. */
export type HashedPart = Omit<AuditEntry, 'hash' | 'mac'>;

/** SHA-256 (hex) over the canonical JSON of an entry, which names the hash of the entry before. */
export function entryHash({ occurredAt, ...rest }: HashedPart): string {
  const { hash: _hash, mac: _mac, ...covered } = rest as Partial<AuditEntry>;
  return createHash('sha256')
    .update(canonicalJson({ ...covered, occurredAt: occurredAt.toISOString() }))
    .digest('hex');
}

/** Proves that a hash was made by somebody who has the key. */
export const macOf = (hash: string, key: string | undefined): string | null =>
  key ? createHmac('sha256', key).update(hash).digest('hex') : null;

/** Adds hash and MAC to an entry. */
export function seal(entry: HashedPart, key: string | undefined): AuditEntry {
  const hash = entryHash(entry);
  return { ...entry, hash, mac: macOf(hash, key) };
}
