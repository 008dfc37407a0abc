import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { signInPerson } from '../support/virtual-person.js';

/** Where pictures for people to look at are put; unset: none are taken. */
const PICTURES = process.env.FINDER_PICTURES;

describe('the finder', () => {
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

  async function expectUsable(page: Page, name: string): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const question = (page: Page, text: string) => page.getByRole('heading', { name: text }).waitFor();
  const number = async (page: Page, asked: string, value: string): Promise<void> => {
    await question(page, asked);
    await page.locator('#finder-value').fill(value);
    await button(page, '下一步').click();
  };
  const eligible = async (page: Page): Promise<number> =>
    Number(await page.locator('.finder-counts strong').first().textContent());

  it.each([
    [375, 'phone'],
    [1280, 'desk'],
  ])(
    'tells a small software firm in four questions, at %d px',
    async (width, name) => {
      const page = await browser.openPage({ viewport: { width, height: 800 } });
      await page.goto(server.url);
      await page.getByRole('link', { name: /我能享受什么.*回答几个问题/ }).click();
      await expectUsable(page, `${name}-start`);
      await button(page, /我是企业/).click();
      await question(page, '营业执照上是哪一类主体？');
      await button(page, '公司等企业').click();
      await question(page, '你们主要做哪一行？');
      await page.getByLabel('行业名称里的词').fill('应用软件');
      await button(page, '查找').click();
      await button(page, '应用软件开发').click();
      await number(page, '现在有多少人在你们这里工作？', '20');
      await expectUsable(page, `${name}-question`);
      await number(page, '上一年花在研发上的费用是多少？', '100');
      await question(page, '正在办或者打算办哪些事？');
      expect(await eligible(page)).toBeGreaterThan(0);
      expect(await page.locator('.finder-total').textContent()).toContain('每年 5 万元 到 25 万元');
      const credit = page.locator('.clause-answer', { hasText: '研发费用再加扣100%' });
      await credit.waitFor();
      expect(await credit.textContent()).toContain('每年 5 万元 到 25 万元');
      await credit.getByText('逐条看条件').click();
      expect(await credit.locator('.sentence-met').count()).toBe(3);
      const failed = page.locator('details', { hasText: /^目前不符合/ });
      await failed.locator('summary').first().click();
      expect(await failed.locator('.failures').first().textContent()).toContain('原文：');
      await expectUsable(page, `${name}-results`);
      await credit.getByRole('link').click();
      await page.getByRole('heading', { name: '我符合吗' }).waitFor();
      await page.locator('.fits-me .clause-answer').waitFor();
      await expectUsable(page, `${name}-clause`);
    },
    120_000,
  );

  it('tells a citizen, narrows as questions are answered, and keeps the answers only if asked to', async () => {
    const page = await browser.openPage({ viewport: { width: 375, height: 812 } });
    await page.goto(`${server.url}/finder`);
    await button(page, /我是群众/).click();
    await page.getByLabel('出生日期').fill('1995-05-01');
    await button(page, '下一步').click();
    await question(page, '你现在的就业情况是？');
    await button(page, '在单位上班').click();
    await question(page, '家里有没有未成年或在上学的孩子？各是哪一天出生的？');
    await page.getByLabel('第 1 个孩子的出生日期').fill('2026-01-01');
    await button(page, '下一步').click();
    await question(page, '正在办或者打算办哪些事？');
    const before = await eligible(page);
    await page.getByLabel('买新能源汽车').check();
    await button(page, /选好了/).click();
    await page.locator('.clause-answer', { hasText: '买新能源车购置税减半' }).waitFor();
    expect(await eligible(page)).toBeGreaterThan(before);
    expect(await page.locator('.finder-total').textContent()).toContain('每年 3600 元');
    await expectUsable(page, 'citizen-results');

    await button(page, '保存这些回答…').click();
    await page.getByLabel('起个名字').fill('我自己');
    await page.getByLabel('有新政策适合我，就告诉我').check();
    await expectUsable(page, 'citizen-keep');
    await button(page, /^保存$/).click();
    await button(page, '用微信登录').click();
    await button(page, /王老板/).click();
    // Back where it was, with the answers of this tab.
    await button(page, '保存这些回答…').click();
    await page.getByLabel('起个名字').fill('我自己');
    await page.getByLabel('有新政策适合我，就告诉我').check();
    await button(page, /^保存$/).click();
    await page.getByRole('link', { name: '查看我的资料' }).click();
    await page.getByRole('heading', { name: '我自己' }).waitFor();
    await button(page, '不再提醒').waitFor();
    await expectUsable(page, 'profiles');
    await button(page, '都还对，继续保存').click();
    await page.getByText(/^好的，保存到/).waitFor();
    await button(page, '改名字').click();
    await page.getByLabel('新名字').fill('小王');
    await button(page, '改好').click();
    await button(page, '看能享受什么、改回答').click();
    await page.getByText('这些回答已经存在“小王”里').waitFor();
    await button(page, /^修改\s*出生日期$/).click();
    await button(page, '把改动存进“小王”…').click();
    await page.getByText(/现在保存就保存到/).waitFor();
    await button(page, /^保存$/).click();
    await page.getByRole('link', { name: '查看我的资料' }).click();
    await page.getByRole('heading', { name: '小王' }).waitFor();
    expect(await page.locator('.profile').count()).toBe(1);
    await button(page, '删除').click();
    await button(page, '确定删除').click();
    await page.getByText('还没有保存资料').waitFor();
  }, 120_000);

  const FIRM = { industry: '6513', staff: 20, entityKind: 'company', revenue: 800 };
  /** A tab of somebody new who keeps profiles; it remembers nothing yet. */
  async function withProfiles(width: number, nickname: string, profiles: readonly object[]): Promise<Page> {
    const person = await signInPerson(server, nickname);
    const page = await browser.openPage({ viewport: { width, height: 812 } });
    await page.goto(`${server.url}/login?next=/finder`);
    await button(page, '用微信登录').click();
    await button(page, new RegExp(nickname)).click();
    await page.getByText('你还没有保存资料').waitFor();
    for (const profile of profiles)
      expect((await person.call('POST', '/me/profiles', profile)).status).toBe(201);
    const tab = await page.context().newPage();
    await page.close();
    return tab;
  }
  const tabMemory = (page: Page): Promise<string> => page.evaluate('JSON.stringify({ ...sessionStorage })');

  it.each([
    [375, 'phone'],
    [1280, 'desk'],
  ])(
    'uses the only profile by itself, says so, and lets the person answer anew, at %d px',
    async (width, name) => {
      const label = `我自己${width}`;
      const me = { subject: 'citizen', label, values: { birthDate: '1991-02-03', employment: 'employed' } };
      const page = await withProfiles(width, `赵${width}`, [me]);
      const addresses: string[] = [];
      page.on('request', (request) => addresses.push(request.url()));
      await page.goto(`${server.url}/clauses/tax-c08`);
      await page.locator('.fits-me').getByText(`正在用你保存的资料“${label}”`).waitFor();
      await page.locator('.fits-me .clause-answer').waitFor();
      await expectUsable(page, `${name}-kept-clause`);
      await page.goto(`${server.url}/finder`);
      await page.getByText(`正在用你保存的资料“${label}”`).waitFor();
      await page.getByText('出生日期：1991-02-03').waitFor();
      await expectUsable(page, `${name}-kept`);

      await button(page, '不用保存的资料，重新回答').click();
      await button(page, /我是群众/).waitFor();
      await page.reload();
      await button(page, `用“${label}”`).waitFor();
      expect(await page.locator('.finder-answers').count()).toBe(0);
      expect(await tabMemory(page)).not.toContain('1991');
      await button(page, /我是群众/).click();
      await page.getByLabel('出生日期').fill('1960-01-01');
      await button(page, '下一步').click();
      await page.getByText('现在用的是刚才的回答').waitFor();
      await expectUsable(page, `${name}-kept-anew`);
      await button(page, `用“${label}”`).click();
      await page.getByText('出生日期：1991-02-03').waitFor();
      expect(addresses.filter((address) => /1991|employed/.test(address))).toEqual([]);

      await page.goto(`${server.url}/me/profiles`);
      await button(page, '退出登录').click();
      await page.waitForURL(`${server.url}/`);
      expect(await tabMemory(page)).toBe('{}');
    },
    120_000,
  );

  it('asks which of several enterprises is meant, and remembers it in the tab', async () => {
    const firm = (label: string, changes: object) => ({
      subject: 'enterprise',
      label,
      values: { ...FIRM, ...changes },
    });
    const page = await withProfiles(375, '钱总', [
      firm('云上软件', { assets: 900, rdExpense: 90, dishonest: false }),
      firm('大桥制造', { industry: 'C', staff: 2000, revenue: 90_000 }),
      { subject: 'citizen', label: '我自己', values: { birthDate: '1991-02-03' } },
    ]);
    let broken = true;
    await page.route('**/api/v1/me/profiles', (route) => (broken ? route.abort() : route.continue()));
    await page.goto(`${server.url}/clauses/sti-c03`);
    const fits = page.locator('.fits-me');
    await fits.getByText('没有读到你保存的资料').waitFor();
    await expectUsable(page, 'switch-failed');
    broken = false;
    await fits.getByRole('button', { name: '再试一次' }).click();
    await fits.getByRole('button', { name: '用“云上软件”' }).waitFor();
    expect(await fits.getByRole('button', { name: '用“我自己”' }).count()).toBe(0);
    expect(await fits.locator('.clause-answer').count()).toBe(0);
    await expectUsable(page, 'switch-choose');
    await fits.getByRole('button', { name: '用“云上软件”' }).click();
    await fits.locator('.clause-answer-eligible').waitFor();
    await fits.getByLabel('换成另一份').selectOption({ label: '大桥制造（企业）' });
    await fits.getByRole('button', { name: '用这份' }).click();
    await fits.getByText('正在用你保存的资料“大桥制造”').waitFor();
    await fits.locator('.clause-answer-ineligible').waitFor();
    await expectUsable(page, 'switch-chosen');

    // Another page of the tab goes on with the same enterprise; a page for people asks nobody which person.
    await page.goto(`${server.url}/clauses/eit-c01`);
    await fits.getByText('正在用你保存的资料“大桥制造”').waitFor();
    await page.goto(`${server.url}/clauses/tax-c08`);
    await fits.getByText('正在用你保存的资料“我自己”').waitFor();
    await page.goto(`${server.url}/finder`);
    await page.getByText('正在用你保存的资料“大桥制造”').waitFor();
    await page.getByText('从业人数：2000 人').waitFor();
    await page.getByText('这些回答已经存在“大桥制造”里').waitFor();
    expect(await button(page, '把改动存进“大桥制造”…').count()).toBe(0);
    await button(page, '不知道、不想答，跳过').click();
    await page.getByText('正在用你保存的资料“大桥制造”。').waitFor();
    await button(page, /^修改\s*从业人数$/).click();
    await page.getByText('改过的回答还没有存进去').waitFor();
    await button(page, '把改动存进“大桥制造”…').waitFor();
    await page.getByLabel('换成另一份（没有存的改动就不再用了）').waitFor();
    await page.setViewportSize({ width: 1280, height: 812 });
    await expectUsable(page, 'switch-finder-desk');

    // What was erased elsewhere is not shown any longer.
    await page.evaluate(async () => {
      const { items } = (await (await fetch('/api/v1/me/profiles')).json()) as {
        items: { id: string; label: string }[];
      };
      const gone = items.find(({ label }) => label === '大桥制造');
      await fetch(`/api/v1/me/profiles/${gone?.id ?? ''}`, { method: 'DELETE' });
    });
    await page.reload();
    await page.getByText('正在用你保存的资料“云上软件”').waitFor();
    expect(await tabMemory(page)).not.toContain('大桥制造');
  }, 120_000);
});
