import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startChromium } from '../support/chromium.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const CLAUSE = sampleClause({ code: 'ended-1', title: '独角兽企业落户补贴' });
const TITLE = String(CLAUSE.title);

describe('a staff member at the console', () => {
  let server: TestApp;
  let browser: Awaited<ReturnType<typeof startChromium>>;

  beforeAll(async () => {
    server = await startTestApp();
    browser = await startChromium();
    await createStaff(server.app, 'chief');
    await saveClause(server, CLAUSE);
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

  it('signs in, repeals a clause, and the public reads why', async () => {
    const page = await browser.openPage();
    await page.goto(`${server.url}/console/clauses?q=ended-1`);
    await page.getByRole('heading', { name: '登录工作台' }).waitFor();
    await signIn(page);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('button', { name: '废止' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.textContent()).toContain('上面标明“已废止”');
    await dialog.getByRole('button', { name: '废止', exact: true }).click();
    await dialog.getByText('请写明原因').waitFor();
    await dialog.getByLabel(/^原因/).fill('所依据的文件已经废止');
    await dialog.getByRole('button', { name: '废止', exact: true }).click();
    await page.getByText(`已废止“${TITLE}”`).waitFor();

    await page.goto(`${server.url}/clauses/ended-1`);
    await page.getByText('所依据的文件已经废止').waitFor();
  });

  it('checks a file before importing it', async () => {
    const page = await browser.openPage();
    await page.goto(`${server.url}/console/import`);
    await signIn(page);
    const choose = async (benefit: string): Promise<void> => {
      const buffer = Buffer.from(
        JSON.stringify({ clauses: [{ ...CLAUSE, code: 'file-1', ordinal: 902, benefit, status: '已发布' }] }),
      );
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
    await page.getByText('一次性补贴二十万元').waitFor();
    await page.getByRole('button', { name: '导入 1 条' }).click();
    await page.getByText('已导入，1 条新增或更新').waitFor();
    expect((await server.get('/api/v1/clauses/file-1')).status).toBe(404);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
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
