const SECOND = 1000;

/** How often somebody may mistype before waiting begins. */
export const FREE_FAILURES = 5;
const FIRST_WAIT = 5 * SECOND;
/** Short enough for a person to wait, long enough to make guessing hopeless. */
export const LONGEST_WAIT = 300 * SECOND;
/** A quiet hour starts the count anew. */
export const FORGET_AFTER = 3600 * SECOND;

/** Milliseconds to wait after the given number of failures in a row: none at first, then doubling up to five minutes. */
export function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - FREE_FAILURES));
}
