import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

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
});
