import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

/** Pages of the console and something on each that shows that its content has come. */
const PAGES: readonly (readonly [path: string, shown: string])[] = [
  ['/', '没有未读的通知。'],
  ['/?list=closing-soon', '即将截止：共'],
  ['/notices', '还没有通知。'],
  ['/drafts', '还没有稿件。'],
  ['/drafts?q=%E6%B2%A1%E6%9C%89', '没有符合条件的稿件。'],
  ['/clauses', '最近改动的在前'],
  ['/clauses/new', '开始填写'],
  ['/clauses/hrss-c02', '扶持内容'],
  ['/clauses/hrss-c02/edit', '公众现在看到的就是这些内容'],
  ['/clauses/hrss-c02/versions', '第 1 版'],
  ['/statistics', '已公开条款'],
  ['/policies', '已经公开的政策'],
  ['/policies/hrss-p01/edit', '解读'],
  ['/interpretations/new', '解读的政策'],
  ['/review/01ARZ3NDEKTSV4RRFFQ69G5FAV', '没有找到这份稿件'],
  ['/delegations', '没有委托。'],
  ['/import', '要导入的文件'],
  ['/help', '条款从登记到公开'],
];

/** Pages that look different on a wide screen; the others are the same there, only wider. */
const WIDE = new Set(['/', '/clauses', '/clauses/hrss-c02/edit', '/review/01ARZ3NDEKTSV4RRFFQ69G5FAV']);

describe('everybody of the staff can use', () => {
  let server: TestApp;
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    server = await startTestApp();
    browser = await startChromium();
    await createStaff(server.app, 'chief');
    page = await browser.openPage();
    await page.goto(`${server.url}/console/help`);
    await page.getByLabel('用户名').fill('chief');
    await page.getByLabel('密码').fill(STAFF_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '使用说明' }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(PAGES)(
    '%s on a phone and on a desk',
    async (path, shown) => {
      for (const width of [375, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        if (width === 375) await page.goto(`${server.url}/console${path}`);
        await page.locator('main').getByText(shown).first().waitFor({ state: 'attached' });
        if (width === 375 || WIDE.has(path)) expect(await accessibilityFaults(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      }
    },
    30_000,
  );
});
