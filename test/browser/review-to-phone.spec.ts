import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ServerAddresses } from '../../src/config/server-addresses.js';
import { accessibilityFaults, overflow } from '../support/axe.js';
import { startChromium, type TestBrowser } from '../support/chromium.js';
import { freePort } from '../support/free-port.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { signInPerson } from '../support/virtual-person.js';

const TITLE = '返乡青年安家补助';
const PHONE = { width: 375, height: 812 };

describe('a clause on its way to the public', () => {
  let server: TestApp;
  let browser: TestBrowser;
  let simulator: string;
  beforeAll(async () => {
    const port = await freePort();
    server = await startTestApp({ port, publicUrl: `http://127.0.0.1:${port}` }, 'all');
    simulator = server.app.get(ServerAddresses).simulatorUrl ?? '';
    browser = await startChromium();
    await createStaff(server.app, 'registrar', 'registrar', 'hrss');
    await createStaff(server.app, 'reviewer', 'department-reviewer', 'hrss');
    await createStaff(server.app, 'leader', 'leader', 'hrss');
    await createStaff(server.app, 'office', 'publishing-office');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function signIn(username: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
    const page = await browser.openPage({ viewport });
    await page.goto(`${server.url}/console/`);
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(STAFF_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '我的工作' }).waitFor();
    return page;
  }

  async function expectUsable(page: Page): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }

  async function write(page: Page): Promise<void> {
    await page.getByRole('link', { name: '登记条款' }).first().click();
    await page.getByLabel('标题').fill(TITLE);
    await page.getByLabel('所属政策').fill('hrss-p01');
    await page.getByRole('button', { name: '开始填写' }).click();
    await page.getByLabel('适用对象').selectOption({ label: '群众' });
    await page.getByLabel('扶持方式').selectOption({ label: '就业创业' });
    await page.getByLabel('扶持内容').fill('给予一次性安家补助五千元。');
    await page.getByRole('button', { name: '添加环节' }).click();
    await page.keyboard.type('受理');
    await page
      .getByRole('img', { name: /办理流程图/ })
      .first()
      .waitFor();
    await page.getByRole('textbox', { name: '办理人' }).fill('市人社局');
    await page.getByLabel('添加主题').selectOption('T0201');
    await page.getByText('已保存', { exact: true }).waitFor();
  }

  async function submit(page: Page): Promise<void> {
    await page.getByRole('button', { name: '送审', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '送审', exact: true }).click();
    await page.getByText('已送审，等部门审核').waitFor();
  }

  /** Opens the draft from the work list, as it is done on a phone, too. */
  async function openReview(page: Page): Promise<void> {
    await page.goto(`${server.url}/console/?list=to-review`);
    await page.getByRole('table').getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { name: '审核的是这一版' }).waitFor();
    await page.frameLocator('iframe').getByRole('heading', { level: 1, name: TITLE }).waitFor();
  }

  async function approve(page: Page, effect: RegExp): Promise<void> {
    await openReview(page);
    const fingerprint = (await page.locator('.fingerprint code').textContent()) ?? '';
    await page.getByRole('button', { name: '同意', exact: true }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.textContent()).toContain(fingerprint);
    expect(await dialog.textContent()).toMatch(effect);
    await dialog.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByText(/^已同意/).waitFor();
  }

  it('goes from the first key to a phone through three people, and once back', async () => {
    const citizen = await signInPerson(server, '返乡小张', 5);
    await citizen.consent();
    await citizen.call('PUT', '/me/subscriptions/topics/T0201', { frequency: 'immediate' });
    const phone = await browser.openPage({ viewport: PHONE });
    await phone.goto(`${simulator}/phone`);
    await phone.getByRole('link', { name: /返乡小张/ }).click();

    const registrar = await signIn('registrar');
    await write(registrar);
    await expectUsable(registrar);
    await submit(registrar);

    const reviewer = await signIn('reviewer', PHONE);
    await approve(reviewer, /接着由分管领导审核/);
    await expectUsable(reviewer);

    const leader = await signIn('leader', PHONE);
    await openReview(leader);
    await expectUsable(leader);
    await leader.getByRole('button', { name: '退回', exact: true }).click();
    await leader.getByLabel(/要改什么/).fill('请写明在本地工作多久');
    await leader.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
    await leader.getByText('已退回给起草人').waitFor();

    await registrar.goto(`${server.url}/console/?list=returned`);
    await registrar.getByRole('table').getByText('请写明在本地工作多久').waitFor();
    await registrar.getByRole('table').getByRole('link', { name: TITLE }).click();
    await registrar.getByLabel('扶持内容').fill('在本地工作满一年的，给予一次性安家补助五千元。');
    await registrar.getByText('已保存', { exact: true }).waitFor();
    await submit(registrar);

    await approve(reviewer, /接着由分管领导审核/);
    await approve(leader, /接着由政务公开办审核/);
    expect(await phone.getByText(TITLE).count()).toBe(0);
    const office = await signIn('office');
    await approve(office, /立即公开，并通知订阅者/);

    await phone.getByText(TITLE).first().waitFor();
    const opened = phone.context().waitForEvent('page');
    await phone
      .getByRole('link', { name: /查看详情/ })
      .first()
      .click();
    const clause = await opened;
    await clause.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await clause.getByText('在本地工作满一年的').first().waitFor();
  }, 150_000);

  it('tells the second of two editors who changed what, and loses nothing', async () => {
    await createStaff(server.app, 'colleague', 'registrar', 'hrss');
    const [first, second] = [await signIn('registrar'), await signIn('colleague')];
    const address = `${server.url}/console/clauses/hrss-c02/edit`;
    await Promise.all([first.goto(address), second.goto(address)]);
    await second.getByLabel('咨询电话').waitFor();
    await first.getByLabel('咨询电话').fill('0724-1234567');
    await first.getByText('已保存', { exact: true }).waitFor();
    await first.getByLabel('窗口地址').fill('政务大厅三楼');
    await first.getByRole('status').getByText('马上自动保存').waitFor();
    await first.getByText('已保存', { exact: true }).waitFor();
    await second.getByLabel('窗口地址').fill('政务大厅一楼');
    await second.getByRole('heading', { name: /registrar刚刚也改了这份稿件/ }).waitFor();
    await expectUsable(second);
    await second.getByRole('button', { name: '合并并保存' }).click();
    await second.getByText('已保存', { exact: true }).waitFor();
    expect(await second.getByLabel('咨询电话').inputValue()).toBe('0724-1234567');
    expect(await second.getByLabel('窗口地址').inputValue()).toBe('政务大厅一楼');
    await first.reload();
    await first.getByLabel('咨询电话').waitFor();
    expect(await first.getByLabel('咨询电话').inputValue()).toBe('0724-1234567');
  }, 90_000);
});
