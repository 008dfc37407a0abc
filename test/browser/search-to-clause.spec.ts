import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startChromium } from '../support/chromium.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

describe('a person looking for a benefit', () => {
  let server: TestApp;
  let browser: Awaited<ReturnType<typeof startChromium>>;
  beforeAll(async () => {
    server = await startTestApp();
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('searches on the first page and opens a clause', async () => {
    const page = await browser.openPage();
    await page.goto(server.url);
    await page.locator('input[name=q]').first().fill('创业补贴');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search**');
    await page.getByRole('link', { name: '一次性创业补贴' }).first().click();
    await page.waitForURL('**/clauses/hrss-c02');
    await page.getByRole('heading', { level: 1, name: '一次性创业补贴' }).waitFor();
    expect(await page.getByRole('img', { name: /流程/ }).count()).toBeGreaterThan(0);
  });

  it('types initials, sees suggestions, and chooses one with the keyboard', async () => {
    const page = await browser.openPage();
    await page.goto(server.url);
    const box = page.getByRole('combobox').first();
    // What is typed before the page is awake goes unheard; a suggestion shows that it is.
    await box.pressSequentially('cybt');
    await page
      .getByRole('option', { name: /创业补贴/ })
      .first()
      .waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await box.press('ArrowDown');
    const active = (await box.getAttribute('aria-activedescendant')) ?? '';
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await box.press('Enter');
    await page.waitForURL(/\/(clauses|topics|departments|search)/);
  });

  it('is asked what was meant, sorts, and learns how to search precisely', async () => {
    const page = await browser.openPage();
    await page.goto(`${server.url}/search?q=${encodeURIComponent('一次性创业补帖')}`);
    await page.getByText('您是不是要找').waitFor();
    await page.getByRole('link', { name: '一次性创业补贴', exact: true }).first().click();
    await page.waitForURL((url) => url.searchParams.get('q') === '一次性创业补贴');
    await page.getByLabel('排序').selectOption('newest');
    await page.waitForURL((url) => url.searchParams.get('sort') === 'newest');
    await page.getByText('怎样搜得更准').click();
    await page.getByText('引号里的字要原样出现').waitFor();
  });
});
