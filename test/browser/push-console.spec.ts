import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { drainPush } from '../support/drain-push.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { signInPerson } from '../support/virtual-person.js';

const TITLE = '新政策：返乡创业一次性奖补';

describe('an operator at the console', () => {
  let server: TestApp;
  let browser: TestBrowser;

  beforeAll(async () => {
    server = await startTestApp({}, 'simulator');
    browser = await startChromium();
    await createStaff(server.app, 'chief');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(width: number): Promise<Page> {
    const page = await browser.openPage({ viewport: { width, height: 800 } });
    await page.goto(`${server.url}/console/push`);
    await page.getByLabel('用户名').fill('chief');
    await page.getByLabel('密码').fill(STAFF_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '推送' }).waitFor();
    return page;
  }

  async function expectUsable(page: Page): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }

  it('is told that nothing was pushed yet', async () => {
    const page = await open(375);
    await page.getByText('还没有推送').waitFor();
    await expectUsable(page);
  });

  it('pauses, lets go on and cancels a push, knowing what each does', async () => {
    for (const frequency of ['immediate', 'daily']) {
      const person = await signInPerson(server, `人 ${frequency}`);
      await person.call('PUT', '/me/subscriptions/topics/T0201', { frequency });
    }
    await saveClause(server, sampleClause({ code: 'push-1', topics: ['T0201'] }));
    await drainPush(server.app);
    const page = await open(1280);
    await expectUsable(page);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByText('已处理 1 人，共 2 人').waitFor();
    await page.getByRole('cell', { name: /没有允许微信提醒/ }).waitFor();
    await page.setViewportSize({ width: 375, height: 800 });
    await expectUsable(page);

    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '暂停' }).click();
    expect(await dialog.textContent()).toContain('随时可以继续');
    await dialog.getByRole('button', { name: '暂停' }).click();
    await page.getByText('已暂停。').waitFor();
    await page.getByRole('button', { name: '继续' }).click();
    await dialog.getByRole('button', { name: '继续' }).click();
    await page.getByText('已继续。').waitFor();
    await page.getByRole('button', { name: '取消推送' }).click();
    expect(await dialog.textContent()).toContain('不能恢复');
    await dialog.getByRole('button', { name: '取消推送' }).click();
    await page.getByText('已取消推送。').waitFor();
    expect(await page.getByRole('button', { name: '取消推送' }).count()).toBe(0);
    await page.getByRole('link', { name: '返回推送列表' }).click();
    await page.getByRole('row').filter({ hasText: TITLE }).getByText('已取消').waitFor();
  });

  it('is told what to do where the server does not answer', async () => {
    const page = await open(1280);
    await page.route('**/api/v1/staff/campaigns**', (route) => route.abort());
    await page.reload();
    await page.getByRole('alert').getByText('没有连上服务器').waitFor();
    await page.unroute('**/api/v1/staff/campaigns**');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('link', { name: TITLE }).waitFor();
  });
});
