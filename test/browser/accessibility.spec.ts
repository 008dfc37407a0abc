import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const PAGES = [
  '/',
  `/search?q=${encodeURIComponent('补贴')}`,
  `/search?q=${encodeURIComponent('，。')}`,
  '/clauses/hrss-c02',
  '/topics',
  '/topics/T0201',
  '/departments',
  '/departments/hrss',
  '/policies',
  '/help',
  '/login',
  '/nothing-here',
];
const WIDTHS = [375, 1280];

describe('everybody can use', () => {
  let server: TestApp;
  let browser: TestBrowser;
  beforeAll(async () => {
    server = await startTestApp({}, 'simulator');
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(WIDTHS.flatMap((width) => PAGES.map((path) => [path, width] as const)))(
    '%s at %i px',
    async (path, width) => {
      const page = await browser.openPage({ viewport: { width, height: 800 } });
      await page.goto(server.url + path);
      expect(await accessibilityFaults(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );

  it('a policy page, whatever its code', async () => {
    const { items } = (await (await server.get('/api/v1/policies?pageSize=1')).json()) as {
      items: { code: string }[];
    };
    const page = await browser.openPage();
    await page.goto(`${server.url}/policies/${items[0]?.code}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });
});
