import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PoliciesService } from '../../src/policies/policies.service.js';
import { startChromium } from '../support/chromium.js';
import { saveClause } from '../support/sample-clause.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const DRAFT = {
  code: 'draft-1',
  department: 'hrss',
  policy: 'console-policy',
  ordinal: 1,
  title: '独角兽企业落户补贴',
  audience: '企业',
  supportKind: '资金补贴',
  benefit: '一次性补贴十万元',
  status: '草稿',
};

describe('a staff member at the console', () => {
  let server: TestApp;
  let browser: Awaited<ReturnType<typeof startChromium>>;

  beforeAll(async () => {
    server = await startTestApp();
    browser = await startChromium();
    await createStaff(server.app, 'chief');
    await server.app
      .get(PoliciesService)
      .save([
        { code: 'console-policy', title: '测试办法', level: 'city', region: '420800', status: 'published' },
      ]);
    await saveClause(server, DRAFT);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function signIn(page: Page): Promise<void> {
    await page.getByLabel('用户名').fill('chief');
    await page.getByLabel('密码').fill(STAFF_PASSWORD);
    await page.keyboard.press('Enter');
  }

  it('signs in and finds a draft', async () => {
    const page = await browser.openPage();
    await page.goto(`${server.url}/console/clauses?status=draft`);
    await page.getByRole('heading', { name: '登录工作台' }).waitFor();
    await signIn(page);
    await page.getByRole('link', { name: DRAFT.title }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
  });

  it('checks a file before importing it', async () => {
    const page = await browser.openPage();
    await page.goto(`${server.url}/console/import`);
    await signIn(page);
    const choose = async (benefit: string): Promise<void> => {
      const buffer = Buffer.from(JSON.stringify({ clauses: [{ ...DRAFT, benefit, status: '已发布' }] }));
      await page
        .getByLabel('要导入的文件')
        .setInputFiles({ name: '条款.json', mimeType: 'application/json', buffer });
      await page.getByRole('button', { name: '先检查，不写入' }).click();
    };
    await choose('');
    await page.getByRole('heading', { name: '错误（1 处）' }).waitFor();
    expect(await page.locator('.faults tbody').textContent()).toContain('请填写扶持内容');
    expect(await page.getByRole('button', { name: /^导入/ }).count()).toBe(0);
    await choose('一次性补贴二十万元');
    await page.getByText('将有 1 条新增或更新，还没有写入').waitFor();
    await page.getByRole('button', { name: '导入 1 条' }).click();
    await page.getByText('已导入，1 条新增或更新').waitFor();
    const clause = (await (await server.get('/api/v1/clauses/draft-1')).json()) as { benefit: string };
    expect(clause.benefit).toBe('一次性补贴二十万元');
  });

  it('goes back to the log-in once the session has ended', async () => {
    const page = await browser.openPage();
    await page.goto(`${server.url}/console/help`);
    await signIn(page);
    await page.getByRole('heading', { name: '使用说明' }).waitFor();
    await page.context().clearCookies({ name: 'ps_staff' });
    await page.getByRole('link', { name: '条款', exact: true }).first().click();
    await page.getByText('登录已失效').waitFor();
    await signIn(page);
    await page.getByRole('table').waitFor();
  });
});
