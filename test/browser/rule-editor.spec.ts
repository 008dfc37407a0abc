import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

/** Where pictures for people to look at are put; unset: none are taken. */
const PICTURES = process.env.RULE_PICTURES;
const CODE = 'hrss-c03';

describe('the editor of rules', () => {
  let server: TestApp;
  let browser: TestBrowser;
  beforeAll(async () => {
    const port = await freePort();
    server = await startTestApp({ port, publicUrl: `http://127.0.0.1:${port}` });
    browser = await startChromium();
    await createStaff(server.app, 'registrar', 'registrar', 'hrss');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(width: number): Promise<Page> {
    const page = await browser.openPage({ viewport: { width, height: 900 } });
    await page.goto(`${server.url}/console/`);
    await page.getByLabel('用户名').fill('registrar');
    await page.getByLabel('密码').fill(STAFF_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '我的工作' }).waitFor();
    await page.goto(`${server.url}/console/clauses/${CODE}/edit`);
    await page.getByRole('heading', { name: '企业要满足的条件' }).waitFor();
    return page;
  }
  const saved = (page: Page): Promise<void> => page.getByText('已保存', { exact: true }).waitFor();
  async function expectUsable(page: Page, name: string): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    if (PICTURES) await page.locator('.rule').screenshot({ path: `${PICTURES}/${name}.png` });
  }

  it('binds a condition to a sentence, tries it, undoes, and shows the change in words', async () => {
    const page = await open(1280);
    const leaf = page.locator('[data-rule-path="enterprise.when.all[5]"]');
    await page.getByRole('listitem').filter({ hasText: '用工稳定' }).getByRole('button').click();
    await leaf.getByText('条件要写').waitFor();
    await leaf.getByLabel('看哪一项情况').fill('裁员');
    await leaf.getByRole('button', { name: /上年裁员率/ }).click();
    await leaf.getByLabel('怎样比较').selectOption({ label: '不超过' });
    expect(await leaf.locator('.fault').textContent()).toContain('应与数字比较');
    await leaf.getByLabel(/数值/).fill('5.5');
    expect(await leaf.locator('.fault').count()).toBe(0);
    expect(await leaf.locator('mark', { hasText: '用工稳定，没有大规模裁员' }).count()).toBe(1);

    await page.getByText('试一试').click();
    const trial = page.locator('.try');
    await trial.getByText('还需确认').waitFor();
    const answer = (label: string) => trial.locator('.try-answer', { hasText: label }).first();
    await answer('上年裁员率').getByLabel(/数值/).fill('6');
    await trial.getByText('目前不符合').waitFor();
    expect(await trial.locator('.try-result').textContent()).toContain('减少 0.5%');
    await expectUsable(page, 'desk');
    await answer('上年裁员率').getByLabel(/数值/).fill('5.5');
    await trial.getByText('还需确认').waitFor();
    await saved(page);

    await page.getByText('谁改过什么').click();
    await page
      .locator('.edits ins', { hasText: '上年裁员率：不超过 5.5%（原文“用工稳定，没有大规模裁员”）' })
      .waitFor();
    for (let step = 0; step < 6 && (await leaf.count()) > 0; step += 1) {
      await page.getByRole('button', { name: '撤销' }).click();
    }
    expect(await leaf.count()).toBe(0);
    await page.context().close();
  }, 60_000);

  it('says where a rule is wrong after its sentence was edited away, also on a phone', async () => {
    const page = await open(375);
    const conditions = page.getByLabel('申请条件');
    const before = await conditions.inputValue();
    await conditions.fill(before.replace('依法为职工缴纳社会保险', '依法参保'));
    const leaf = page.locator('[data-rule-path="enterprise.when.all[3]"]');
    await leaf.locator('.fault', { hasText: '申请条件里没有' }).waitFor();
    await leaf.getByRole('button', { name: /为职工缴社保/ }).click();
    await leaf.getByRole('radio', { name: '依法参保' }).check();
    expect(await leaf.locator('.fault').count()).toBe(0);
    await page
      .getByRole('group', { name: '能得到多少' })
      .getByLabel('怎样算')
      .selectOption({ label: '按百分比' });
    await page.getByLabel('按什么算').selectOption({ label: '上年营业收入' });
    await page.getByLabel('百分之几').fill('2');
    await page.getByLabel('最高给').fill('50000');
    await page.locator('.read', { hasText: '上年营业收入的 2%，最高 5 万元（一次）' }).waitFor();
    await page.getByLabel('找条款').fill('创业担保');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('button', { name: /hrss-c01/ }).click();
    await expectUsable(page, 'phone');
    await saved(page);
    await page.reload();
    await page.locator('.read', { hasText: '最高 5 万元' }).waitFor();
    await page.getByText('hrss-c01').first().waitFor();
    await page.context().close();
  }, 60_000);
});
