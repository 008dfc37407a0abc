import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from '../support/axe.js';
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
/** Pages that look different on a wide screen. */
const WIDE = new Set(PAGES.slice(0, 4));

describe('everybody can use', () => {
  let server: TestApp;
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    server = await startTestApp({}, 'simulator');
    browser = await startChromium();
    page = await browser.openPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(PAGES)('%s on a phone and on a desk', async (path) => {
    for (const width of [375, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      if (width === 375) await page.goto(server.url + path);
      if (width === 375 || WIDE.has(path)) expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  });

  it('a policy page, whatever its code', async () => {
    const { items } = (await (await server.get('/api/v1/policies?pageSize=1')).json()) as {
      items: { code: string }[];
    };
    await page.goto(`${server.url}/policies/${items[0]?.code}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
