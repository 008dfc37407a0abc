import { setTimeout as wait } from 'node:timers/promises';

/**
 * Looks until something is true that no event tells of, such as what another process wrote.
 * @param everyMs between two looks; more where looking costs much
 * @throws Error after `seconds`
 */
export async function until(
  what: string,
  condition: () => Promise<boolean>,
  seconds = 60,
  everyMs = 5,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}`);
    await wait(everyMs);
  }
}
