import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Checks a page as it stands against WCAG 2.2 A and AA, as far as a program can (axe-core).
 * @returns one line for each fault: rule, element and what to do; empty where there is none
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Not as a script element: the pages' content policy rightly allows none.
  await page.evaluate(await readFile(SOURCE, 'utf8'));
  const options = JSON.stringify({ runOnly: { type: 'tag', values: TAGS } });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${options})`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${help}. ${failureSummary ?? ''}`),
  );
}

/** By how many pixels a page is wider than its window; at most 0 where nobody must scroll sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
