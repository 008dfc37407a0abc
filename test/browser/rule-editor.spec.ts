import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { answerOf } from '../support/reviews.js';
import { createStaff, openStaffSession, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { until } from '../support/until.js';

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
    await createStaff(server.app, 'reviewer', 'department-reviewer', 'hrss');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function signIn(width: number, username: string): Promise<Page> {
    const page = await browser.openPage({ viewport: { width, height: 900 } });
    await page.goto(`${server.url}/console/`);
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(STAFF_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '我的工作' }).waitFor();
    return page;
  }
  async function open(width: number, code = CODE): Promise<Page> {
    const page = await signIn(width, 'registrar');
    await page.goto(`${server.url}/console/clauses/${code}/edit`);
    await page.getByRole('heading', { name: /要满足的条件/ }).waitFor();
    return page;
  }
  const saved = (page: Page): Promise<void> => page.getByText('已保存', { exact: true }).waitFor();
  async function expectUsable(page: Page, name: string): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    if (PICTURES)
      await page
        .locator('.rule')
        .first()
        .screenshot({ path: `${PICTURES}/${name}.png` });
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

  it('leaves the other conditions as they are when one is moved or deleted, and the keyboard where it was', async () => {
    const page = await open(1280);
    const leaf = (index: number) => page.locator(`[data-rule-path="enterprise.when.all[${index}]"]`);
    const text = (index: number) => leaf(index).locator('.leaf-text').textContent();
    const isOpen = (index: number) => leaf(index).locator('.leaf-text').getAttribute('aria-expanded');
    const focused = () => page.evaluate<string>("document.activeElement?.closest('li')?.textContent ?? ''");
    const [second, third] = [await text(1), await text(2)];
    await leaf(2).locator('.leaf-text').click();
    expect(await isOpen(2)).toBe('true');

    await page.getByRole('button', { name: '第 3 项上移' }).click();
    await until('the condition stands there', async () => (await text(1)) === third, 10);
    expect([await isOpen(0), await isOpen(1), await isOpen(2)]).toEqual(['false', 'true', 'false']);
    expect(await focused()).toContain(third);

    await page.getByRole('button', { name: /删除\s*第 1 项/ }).click();
    await until('the condition stands there', async () => (await text(0)) === third, 10);
    expect([await isOpen(0), await isOpen(1)]).toEqual(['true', 'false']);
    expect(await text(1)).toBe(second);
    expect(await focused()).toContain(third);

    // Two blank ones look alike; the second was begun.
    const before = await page.locator('.leaf').count();
    await page.getByRole('button', { name: '添加条件', exact: true }).first().click();
    await page.getByRole('button', { name: '添加条件', exact: true }).first().click();
    const blank = page.locator('.leaf', { hasText: '新的条件' });
    await blank.nth(1).getByLabel('看哪一项情况').fill('裁员');
    await page.getByRole('button', { name: new RegExp(`删除\\s*第 ${before + 1} 项`) }).click();
    await until('one blank one', async () => (await blank.count()) === 1, 10);
    expect(await blank.getByLabel('看哪一项情况').inputValue()).toBe('裁员');

    // Taken back from outside the editor, what is the same still keeps its state.
    for (let step = 0; step < 8 && (await blank.count()) > 0; step += 1) {
      await page.getByRole('button', { name: '撤销' }).click();
    }
    expect(await blank.count()).toBe(0);
    const again = page.locator('.leaf-text', { hasText: third ?? '' }).first();
    expect(await again.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('.leaf-text[aria-expanded="true"]').count()).toBe(1);
    await page.context().close();
  }, 60_000);

  it('takes amounts by condition in a form, and lets a reviewer try the rule but not change it', async () => {
    const page = await open(1280, 'hrss-c02');
    const amount = page.getByRole('group', { name: '能得到多少' });
    await amount.getByLabel('怎样算').first().selectOption({ label: '按情形' });
    const one = page.getByRole('group', { name: '第 1 种情形' });
    await one.getByText('条件要写').first().waitFor();
    await one.getByLabel('看哪一项情况').fill('就业困难');
    await one.getByRole('button', { name: /就业困难人员/ }).click();
    await one.getByLabel('金额（元）').fill('8000');
    await page.getByRole('button', { name: '添加一种情形' }).click();
    const two = page.getByRole('group', { name: '第 2 种情形' });
    await two.getByLabel('看哪一项情况').fill('带动就业');
    await two.getByRole('button', { name: /带动就业人数/ }).click();
    await two.getByLabel('怎样比较').selectOption({ label: '不少于' });
    await two.getByLabel(/数值/).fill('3');
    await two.getByLabel('怎样算').selectOption({ label: '按数量，每一个多少元' });
    await two.getByLabel('按什么算').selectOption({ label: '带动就业人数' });
    await two.getByLabel('每人（元）').fill('1000');
    await page.getByRole('button', { name: '写其他情形' }).click();
    await page.getByRole('group', { name: '其他情形' }).getByLabel('金额（元）').fill('5000');
    await page.getByLabel('最高给').last().fill('10000');
    await page.locator('.read', { hasText: '按情形，最高 1 万元（一次）' }).waitFor();
    await page.getByRole('button', { name: '第 2 种情形上移' }).click();
    await one.getByLabel('每人（元）').waitFor();
    expect(await page.locator('.read').textContent()).toMatch(
      /带动就业人数.*就业困难人员.*其他情形.*5000 元/s,
    );
    expect(await page.locator('.amount-editor .fault').count()).toBe(0);
    await expectUsable(page, 'cases-desk');
    await saved(page);
    await page.reload();
    await one.getByLabel('每人（元）').waitFor();
    await page.setViewportSize({ width: 375, height: 900 });
    await expectUsable(page, 'cases-phone');
    await page.context().close();

    const token = await openStaffSession(server.app, 'registrar');
    const call = (method: string, path: string, body?: object) =>
      fetch(`${server.url}/api/v1/staff${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const { id, hash } = await answerOf(call('GET', '/clauses/hrss-c02/draft'));
    await answerOf(call('POST', `/drafts/${id ?? ''}/submit`, { hash }));
    const review = await signIn(1280, 'reviewer');
    // The preview of the public page knows nothing of what the reviewer keeps and answered as a citizen.
    const mine = {
      subject: 'citizen',
      values: {},
      skipped: [],
      asked: [],
      names: {},
      profile: { id: 'x', label: '我' },
    };
    await review.evaluate(`sessionStorage.setItem('finder', ${JSON.stringify(JSON.stringify(mine))})`);
    const asked: string[] = [];
    review.on('request', (request) => asked.push(request.url()));
    await review.goto(`${server.url}/console/review/${id ?? ''}`);
    await review.frameLocator('iframe').getByRole('heading', { name: '我符合吗' }).waitFor();
    const part = review.getByRole('region', { name: '试一试资格规则' });
    await part.getByText('试一试：').click();
    const answer = (label: string) => part.locator('.try-answer', { hasText: label }).first();
    await answer('带动就业人数').getByLabel(/数值/).fill('4');
    await part.getByText('4000 元').waitFor();
    expect(await part.getByRole('button', { name: /删除|添加/ }).count()).toBe(0);
    expect(await review.evaluate(`sessionStorage.getItem('finder')`)).toBe(JSON.stringify(mine));
    expect(asked.filter((address) => /api\/v1\/(eligibility|me)/.test(address))).toEqual([]);
    await expectUsable(review, 'review-desk');
    await review.setViewportSize({ width: 375, height: 900 });
    await expectUsable(review, 'review-phone');
    expect((await answerOf(call('GET', '/clauses/hrss-c02/draft'))).hash).toBe(hash);
    await review.context().close();
  }, 90_000);
});
