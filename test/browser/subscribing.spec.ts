import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { drainPush } from '../support/drain-push.js';
import { freePort } from '../support/free-port.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

/** All clauses of the demonstration are of this region, and new: a subscription to it brings many messages. */
const MANY = '/search?region=420800';

describe('a citizen who wants to be told', () => {
  let server: TestApp;
  let browser: TestBrowser;
  beforeAll(async () => {
    const port = await freePort();
    server = await startTestApp({ port, publicUrl: `http://127.0.0.1:${port}` }, 'simulator');
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function signIn(page: Page): Promise<void> {
    await page.getByRole('button', { name: '用微信登录' }).click();
    await page.getByRole('button', { name: /王老板/ }).click();
  }
  async function expectUsable(page: Page): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  it('reads everything without JavaScript, and sees no button that would do nothing', async () => {
    const page = await browser.openPage({ javaScriptEnabled: false });
    for (const path of ['/departments/hrss', '/policies/hrss-p01', MANY, '/topics']) {
      await page.goto(server.url + path);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await button(page, /订阅|告诉我/).count()).toBe(0);
    }
  });

  it('follows a department, a policy, a search and several topics, and leaves by one tap', async () => {
    const page = await browser.openPage({ viewport: { width: 375, height: 812 } });
    await page.goto(`${server.url}/departments/hrss`);
    await button(page, '订阅市人社局').click();
    await signIn(page);
    await page.getByText('已订阅“市人社局”').waitFor();
    await page.reload();
    await button(page, '取消订阅市人社局').waitFor();

    await page.goto(`${server.url}/policies/hrss-p01`);
    await button(page, /^订阅/).click();
    await button(page, /^取消订阅/).waitFor();

    await page.goto(server.url + MANY);
    await button(page, '保存这个搜索，有新政策告诉我').click();
    await page.getByRole('alert').getByText('比较多').waitFor();
    await expectUsable(page);
    await button(page, '先不订阅').click();
    await button(page, '保存这个搜索，有新政策告诉我').click();
    await button(page, '每周汇总').click();
    await page.getByText('已保存这个搜索').waitFor();

    await page.goto(`${server.url}/topics`);
    await button(page, '一次订阅几个主题').click();
    await expectUsable(page);
    for (const topic of ['创业', '高校毕业生']) await page.getByLabel(topic, { exact: true }).check();
    await button(page, '订阅这 2 个主题').click();
    await page.getByText('已订阅 2 个主题').waitFor();

    await page.goto(`${server.url}/me/subscriptions`);
    expect(await page.locator('.subscription').count()).toBe(5);
    expect(await page.getByLabel(/^全部政策.*多久通知一次/).inputValue()).toBe('weekly');

    await saveClause(server, sampleClause());
    await drainPush(server.app);
    await page.goto(`${server.url}/me/messages`);
    expect(await page.getByRole('link', { name: '去微信允许' }).count()).toBe(0);
    await button(page, /标为已读/).click();
    await page.getByRole('link', { name: '去微信允许' }).waitFor();
    await page.getByRole('link', { name: '不想再收到这类消息' }).click();
    await button(page, '全部取消').click();
    await page.getByText('还没有订阅').waitFor();
  }, 120_000);

  it('signs in on the way, and finds the chosen topics and the search again', async () => {
    const page = await browser.openPage();
    await page.goto(`${server.url}/topics`);
    await button(page, '一次订阅几个主题').click();
    await page.getByLabel('创业', { exact: true }).check();
    await button(page, '订阅这 1 个主题').click();
    await signIn(page);
    await page.getByText('已订阅 1 个主题').waitFor();
    await page.context().clearCookies();
    await page.goto(`${server.url}/search?q=${encodeURIComponent('创业')}`);
    await button(page, /保存这个搜索/).click();
    await signIn(page);
    await page.getByText('已保存这个搜索').waitFor();
    await page.goto(`${server.url}/search?q=${encodeURIComponent('创业 -贷款')}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await button(page, /保存这个搜索/).count()).toBe(0);
  }, 60_000);
});
