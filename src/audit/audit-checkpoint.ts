/** The end of the chain at one time, kept outside the database. */
export interface AuditCheckpoint {
  sequence: number;
  hash: string;
  /** HMAC of the hash; null where no key was configured. */
  mac: string | null;
  at: string;
}

const HASH = /^[0-9a-f]{64}$/;

function isCheckpoint(value: unknown): value is AuditCheckpoint {
  const { sequence, hash, mac } = (value ?? {}) as Partial<Record<keyof AuditCheckpoint, unknown>>;
  const isMac = mac === null || (typeof mac === 'string' && HASH.test(mac));
  return Number.isSafeInteger(sequence) && typeof hash === 'string' && HASH.test(hash) && isMac;
}

/** A checkpoint from its line; null where the line is none. */
export function readCheckpoint(line: string): AuditCheckpoint | null {
  try {
    const value: unknown = JSON.parse(line);
    return isCheckpoint(value) ? value : null;
  } catch {
    return null;
  }
}
