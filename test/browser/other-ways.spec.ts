import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults, overflow } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

describe('a citizen who wants to be told by other ways, too', () => {
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

  it('switches them on one by one, is asked by WeChat for the number, and switches them off again', async () => {
    const page = await browser.openPage({ viewport: { width: 375, height: 812 } });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await page.goto(`${server.url}/login?next=/me/subscriptions`);
    await button('用微信登录').click();
    await page.getByRole('button', { name: /王老板/ }).click();

    await button('打开公众号提醒').click();
    await page.getByText('公众号提醒已打开。').waitFor();
    await page.getByText(/还没有关注/).waitFor();

    await button('用微信手机号打开').click();
    await page.getByText('获取你的手机号').waitFor();
    await button('不允许').click();
    await page.getByText('没有使用手机号，短信提醒没有打开。').waitFor();
    await button('用微信手机号打开').click();
    await button('允许').click();
    await page.getByText('短信提醒已打开。').waitFor();
    await page.getByText(/发到 100\*{4}\d{4}/).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);

    await button('关闭短信提醒').click();
    await page.getByText('短信提醒已关闭，手机号已删除。').waitFor();
    await button('关闭公众号提醒').click();
    await page.getByText('公众号提醒已关闭。').waitFor();
    await button('打开公众号提醒').waitFor();
  });

  it('is not taken in by a code that somebody else slipped under', async () => {
    const page = await browser.openPage();
    await page.goto(`${server.url}/login?next=/me/subscriptions`);
    await page.getByRole('button', { name: '用微信登录' }).click();
    await page.getByRole('button', { name: /李阿姨/ }).click();
    await page.getByRole('button', { name: '用微信手机号打开' }).waitFor();
    await page.goto(`${server.url}/me/subscriptions?phone_code=stolen&state=guessed`);
    await page.getByText(/不是从这个页面发起的/).waitFor();
  });
});
