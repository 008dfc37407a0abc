import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ServerAddresses } from '../../src/config/server-addresses.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

describe('a citizen with a phone', () => {
  let server: TestApp;
  let browser: TestBrowser;
  let simulator: string;
  beforeAll(async () => {
    const port = await freePort();
    server = await startTestApp({ port, publicUrl: `http://127.0.0.1:${port}` }, 'all');
    simulator = server.app.get(ServerAddresses).simulatorUrl ?? '';
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function openClauseBySearch(page: Page): Promise<void> {
    await page.goto(server.url);
    await page.locator('input[name=q]').first().fill('创业补贴');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search**');
    await page.getByRole('link', { name: '一次性创业补贴' }).first().click();
    await page.waitForURL('**/clauses/hrss-c02');
  }

  /** Answers the subscribed topic. */
  async function subscribe(page: Page): Promise<string> {
    const button = page.getByRole('button', { name: /^订阅/ }).first();
    const name = (await button.getAttribute('aria-label')) ?? '';
    await button.click();
    await page.getByRole('button', { name: '用微信登录' }).click();
    await page.getByRole('button', { name: /王老板/ }).click();
    await page.waitForURL('**/clauses/hrss-c02#subscribe');
    await page.getByText('有新政策会提醒你').waitFor();
    return name.replace(/^订阅/, '');
  }

  it('goes from a search to a message on the phone, and back to the clause', async () => {
    const page = await browser.openPage({ viewport: { width: 375, height: 812 } });
    await openClauseBySearch(page);
    const topic = await subscribe(page);
    await page.getByRole('link', { name: '去微信允许' }).click();
    await page.getByRole('button', { name: '允许', exact: true }).click();
    await page.waitForURL('**/clauses/hrss-c02**');

    const phone = await page.context().newPage();
    await phone.goto(`${simulator}/phone`);
    await phone.getByRole('link', { name: /王老板/ }).click();
    await saveClause(server, sampleClause({ code: 'news', topics: [topic] }));
    await phone.getByText('返乡创业一次性奖补').waitFor();
    expect(await phone.getByText(topic).count()).toBeGreaterThan(0);

    const opened = page.context().waitForEvent('page');
    await phone
      .getByRole('link', { name: /查看详情/ })
      .first()
      .click();
    const clause = await opened;
    await clause.getByRole('heading', { level: 1, name: '返乡创业一次性奖补' }).waitFor();

    await page.goto(`${server.url}/me/messages`);
    await page.getByText('微信已提醒').waitFor();
    await page.goto(`${server.url}/me/subscriptions`);
    await page.getByRole('button', { name: `取消订阅${topic}` }).click();
    await page.getByText(`已取消订阅“${topic}”，可以马上恢复。`).waitFor();
  }, 90_000);
});
