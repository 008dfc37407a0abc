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
});
