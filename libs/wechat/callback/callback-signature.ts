import { createHash, timingSafeEqual } from 'node:crypto';

/** WeChat's signature: SHA-1 in hex of the sorted and joined parts, the account's token among them. */
export function signatureOf(...parts: string[]): string {
  return createHash('sha1').update(parts.toSorted().join('')).digest('hex');
}

/** Compares in a time that does not tell how much of a guess was right. */
export function signatureMatches(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
