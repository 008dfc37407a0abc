import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

describe('a reviewer who goes away', () => {
  let server: TestApp;
  let browser: TestBrowser;
  beforeAll(async () => {
    server = await startTestApp();
    browser = await startChromium();
    await createStaff(server.app, 'leader', 'leader', 'hrss');
    await createStaff(server.app, 'reviewer', 'department-reviewer', 'hrss');
    await createStaff(server.app, 'registrar', 'registrar', 'hrss');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function signIn(username: string, width: number): Promise<Page> {
    const page = await browser.openPage({ viewport: { width, height: 800 } });
    await page.goto(`${server.url}/console/help`);
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(STAFF_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '使用说明' }).waitFor();
    return page;
  }

  async function expectUsable(page: Page): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }

  it('lets a colleague decide for some days, and takes it back', async () => {
    const page = await signIn('leader', 375);
    await page.getByRole('navigation').getByRole('link', { name: '委托' }).click();
    await page.getByText('没有委托').waitFor();
    await expectUsable(page);
    await page.getByLabel('由谁代审').selectOption({ label: 'reviewer' });
    await page.getByRole('button', { name: '委托', exact: true }).click();
    await page.getByText('已委托。').waitFor();
    await page.getByRole('cell', { name: 'reviewer代leader审核' }).waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expectUsable(page);
    await page.getByRole('button', { name: '结束reviewer代leader的委托' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '结束委托' }).click();
    await page.getByText('委托已结束。').waitFor();
    await page.getByRole('cell', { name: '已结束' }).waitFor();
    expect(await page.getByRole('button', { name: /^结束/ }).count()).toBe(0);
  });

  it('is offered only what their roles allow', async () => {
    const places = async (username: string): Promise<string[]> => {
      const page = await signIn(username, 1280);
      return page.getByRole('navigation').getByRole('link').allTextContents();
    };
    expect(await places('leader')).toEqual(['我的工作', '稿件', '条款', '政策', '统计', '委托', '使用说明']);
    expect(await places('registrar')).toEqual([
      '我的工作',
      '稿件',
      '条款',
      '政策',
      '导入',
      '统计',
      '使用说明',
    ]);
  });
});
