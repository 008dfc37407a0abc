import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { codeAt } from '../../src/staff/second-factor/totp.js';
import { startChromium } from '../support/chromium.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const NEWCOMER_PASSWORD = 'seven walnut chairs';
/** A long way, on a busy machine. */
const PATIENCE = 120_000;
/** Where pictures of the pages are left for looking at; nowhere unless asked. */
const PICTURES = process.env.TEST_PICTURES;

describe('accounts in the console', () => {
  let server: TestApp;
  let browser: Awaited<ReturnType<typeof startChromium>>;

  beforeAll(async () => {
    server = await startTestApp({ secondFactor: 'reviewers', publicUrl: undefined }, 'simulator');
    browser = await startChromium();
    await createStaff(server.app, 'chief');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function signIn(page: Page, username: string, password: string): Promise<void> {
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  }
  async function picture(page: Page, name: string): Promise<void> {
    if (!PICTURES) return;
    for (const width of [375, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true });
    }
  }
  const isWide = (page: Page): Promise<boolean> =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

  it(
    'begin with an invitation, a password, and a second factor',
    async () => {
      const boss = await browser.openPage();
      await boss.goto(`${server.url}/console/people`);
      await signIn(boss, 'chief', STAFF_PASSWORD);
      await boss.getByRole('button', { name: '邀请' }).click();
      const dialog = boss.getByRole('dialog');
      await dialog.getByLabel('用户名').fill('li.si');
      await dialog.getByLabel('姓名').fill('李四');
      await dialog.getByLabel('第 1 个岗位', { exact: true }).selectOption('leader');
      await dialog.getByLabel('第 1 个岗位的部门').selectOption('hrss');
      await picture(boss, 'invite');
      await dialog.getByRole('button', { name: '生成邀请链接' }).click();
      const link = await boss.getByLabel('邀请链接').inputValue();
      await boss.getByRole('row').filter({ hasText: '李四' }).getByText('待设置密码').waitFor();
      await picture(boss, 'people');

      const page = await browser.openPage({ viewport: { width: 375, height: 800 } });
      await page.goto(link);
      await page.getByText('李四，您好').waitFor();
      expect(page.url()).not.toContain('#');
      await page.getByLabel('新密码').fill(NEWCOMER_PASSWORD);
      await page.getByLabel('再输入一次').fill(NEWCOMER_PASSWORD);
      await picture(page, 'invitation');
      await page.getByRole('button', { name: '设置密码' }).click();
      await signIn(page, 'li.si', NEWCOMER_PASSWORD);
      await page.getByText('您的岗位需要两步验证').waitFor();
      await page.getByLabel('密码', { exact: true }).fill(NEWCOMER_PASSWORD);
      await page.getByRole('button', { name: '开始设置' }).click();
      await page.locator('.factor-qr svg').waitFor();
      await picture(page, 'factor');
      const secret = (await page.locator('.secret').textContent()) ?? '';
      await page.getByLabel('2. 输入验证器里显示的').fill(codeAt(secret, new Date()));
      await page.getByRole('button', { name: '启用' }).click();
      await page.getByText('请现在抄下').waitFor();
      const codes = await page.locator('.recovery-codes code').allTextContents();
      expect(codes).toHaveLength(10);
      await picture(page, 'account');
      expect(await isWide(page)).toBe(false);

      const elsewhere = await browser.openPage();
      await elsewhere.goto(`${server.url}/console/account`);
      await signIn(elsewhere, 'li.si', NEWCOMER_PASSWORD);
      await elsewhere.getByLabel('验证码').fill(codes[0] ?? '');
      await picture(elsewhere, 'code');
      await elsewhere.getByRole('button', { name: '登录', exact: true }).click();
      await elsewhere.getByText('剩余恢复码 9 个').waitFor();
      await page.reload();
      await page.getByRole('button', { name: '结束 Chrome（Linux） 的登录' }).click();
      await page.getByText('就是这里').waitFor();
      await elsewhere.reload();
      await elsewhere.getByRole('heading', { name: '登录工作台' }).waitFor();
    },
    PATIENCE,
  );

  it('are bound to WeChat, which then opens the console by itself', async () => {
    const page = await browser.openPage({ viewport: { width: 375, height: 800 } });
    await page.goto(`${server.url}/console/account`);
    await signIn(page, 'chief', STAFF_PASSWORD);
    await page.getByRole('button', { name: '绑定微信' }).click();
    await page.waitForURL(/\/login\?/);
    await page.getByRole('button').first().click();
    await page.getByText('已绑定，以后可以').waitFor();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '用微信登录' }).click();
    await page.waitForURL(/\/login\?/);
    await page.getByRole('button').first().click();
    await page.getByRole('link', { name: 'chief' }).waitFor();
  });

  it('leave traces that auditors find and take along', async () => {
    const page = await browser.openPage();
    await page.goto(`${server.url}/console/audit`);
    await signIn(page, 'chief', STAFF_PASSWORD);
    await page.getByRole('table').waitFor();
    await page.locator('select[name=action]').selectOption('staff.invited');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText('共 1 条').waitFor();
    await picture(page, 'audit');
    expect(await isWide(page)).toBe(false);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '表格（CSV）' }).click();
    expect((await download).suggestedFilename()).toBe('audit.csv');
  });
});
