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
/** Every page on a phone; on a wide screen those that look different there. */
const VIEWS = [
  ...PAGES.map((path) => [path, 375] as const),
  ...PAGES.slice(0, 4).map((path) => [path, 1280] as const),
];

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

  it.each(VIEWS)('%s at %i px', async (path, width) => {
    const page = await browser.openPage({ viewport: { width, height: 800 } });
    await page.goto(server.url + path);
    expect(await accessibilityFaults(page)).toEqual([]);
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });

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
