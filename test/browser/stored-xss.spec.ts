import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AttachmentsService } from '../../src/attachments/attachments.service.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { SearchIndexService } from '../../src/search/search-index.service.js';
import { InvitationsService } from '../../src/staff/invitations/invitations.service.js';
import { Readable } from 'node:stream';
import { startChromium } from '../support/chromium.js';
import { saveClause } from '../support/sample-clause.js';
import { pngFile } from '../support/sample-files.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

/** Many pages, on a busy machine. */
const PATIENCE = 120_000;

/** Gets out of attributes, elements and templates, wherever it is put. */
const EVIL = `"'><img data-xss src=x onerror=xss=1><svg data-xss onload=xss=1>{{xss=1}}`;
const EVIL_LINE = `恶意 ${EVIL}`;

const CATALOGUE = {
  departments: [
    {
      code: 'xss-d',
      name: EVIL_LINE,
      shortName: EVIL.slice(0, 60),
      region: '420800',
      phones: [EVIL.slice(0, 40)],
      address: EVIL,
    },
  ],
  topics: [
    {
      code: 'xss-t',
      group: EVIL.slice(0, 40),
      name: EVIL.slice(0, 60),
      description: EVIL,
      aliases: [EVIL.slice(0, 30)],
    },
  ],
  policies: [
    {
      code: 'xss-p',
      title: EVIL_LINE,
      documentNumber: EVIL,
      issuingBodies: [EVIL],
      level: 'city',
      region: '420800',
      summary: EVIL,
      body: `${EVIL}\n</script><script data-xss>xss=1</script>`,
      sourceUrl: "https://gov.example.cn/?q='onerror=xss=1",
    },
  ],
  clauses: [
    {
      code: 'xss-c',
      department: 'xss-d',
      policy: 'xss-p',
      ordinal: 1,
      title: EVIL_LINE,
      audience: 'citizen',
      supportKind: 'funding',
      benefit: `${EVIL} </script><script data-xss>xss=1</script>`,
      amount: { max: 1, unit: EVIL.slice(0, 16), per: EVIL.slice(0, 16) },
      conditions: [EVIL],
      materials: [{ name: EVIL, note: EVIL }],
      steps: [{ name: EVIL.slice(0, 60), actor: EVIL.slice(0, 60) }],
      windowAddress: EVIL,
      phone: EVIL,
      keywords: [EVIL.slice(0, 60)],
      topics: ['xss-t'],
    },
  ],
};

describe('text that wants to be a page', () => {
  let server: TestApp;
  let browser: Awaited<ReturnType<typeof startChromium>>;

  beforeAll(async () => {
    server = await startTestApp({ publicUrl: undefined });
    browser = await startChromium();
    const { app } = server;
    await createStaff(app, 'chief');
    const importer = app.get(ImportsService, { strict: false });
    const load = async (catalogue: object): Promise<void> => {
      const buffer = Buffer.from(JSON.stringify(catalogue));
      const report = await importer.import([{ name: EVIL, source: { buffer, fileName: 'x.json' } }]);
      expect(report.faults).toEqual([]);
    };
    await load(CATALOGUE);
    const file = await app
      .get(AttachmentsService, { strict: false })
      .upload({ kind: 'clause', code: 'xss-c' }, '', {
        name: 'a.png',
        stream: Readable.from([pngFile()]),
        checkWhole: () => undefined,
      });
    const { uploadedAt: _uploadedAt, ...reference } = file;
    const [clause] = CATALOGUE.clauses;
    await saveClause(server, { ...clause, attachments: [{ ...reference, name: EVIL }] });
    await app
      .get(InvitationsService, { strict: false })
      .invite({ username: 'li.si', name: EVIL.slice(0, 40), assignments: [] });
    await app.get(SearchIndexService).upToDate();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Nothing was run, and nothing became an element. */
  async function expectHarmless(page: Page, address: string): Promise<void> {
    const found = await page.evaluate(
      `({ ran: 'xss' in window, elements: document.querySelectorAll('[data-xss]').length })`,
    );
    expect([address, found]).toEqual([address, { ran: false, elements: 0 }]);
  }

  it(
    'stays text on every page of the portal, with and without scripts',
    async () => {
      for (const javaScriptEnabled of [true, false]) {
        const page = await browser.openPage({ javaScriptEnabled });
        for (const path of [
          '/',
          '/departments',
          '/departments/xss-d',
          '/topics',
          '/topics/xss-t',
          '/policies',
          '/policies/xss-p',
          '/clauses/xss-c',
          `/search?q=${encodeURIComponent('恶意')}`,
          `/search?q=${encodeURIComponent(EVIL)}`,
          '/api/v1/clauses/xss-c/flowchart.svg',
        ]) {
          await page.goto(server.url + path, { waitUntil: 'load' });
          expect([path, await page.locator('[data-xss]').count()]).toEqual([path, 0]);
          if (javaScriptEnabled) await expectHarmless(page, path);
        }
        await page.context().close();
      }
    },
    PATIENCE,
  );

  it('was really there to be shown', async () => {
    const html = await (await server.get('/clauses/xss-c')).text();
    expect(html.split('data-xss').length).toBeGreaterThan(10);
  });

  it('stays text on every page of the console', async () => {
    const page = await browser.openPage({ userAgent: EVIL });
    await page.goto(`${server.url}/console/account`);
    await page.getByLabel('用户名').fill('chief');
    await page.getByLabel('密码').fill(STAFF_PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('登录的设备').waitFor();
    await expectHarmless(page, '/account');
    for (const [path, seen] of [
      ['/clauses', '恶意'],
      ['/clauses/xss-c', '恶意'],
      ['/people', 'li.si'],
      ['/audit', '恶意'],
      ['/audit?subjectKind=catalogue', EVIL.slice(0, 20)],
    ] as const) {
      await page.goto(`${server.url}/console${path}`);
      await page.getByText(seen).first().waitFor();
      await expectHarmless(page, path);
    }
  });

  it('is refused where it would be an address', async () => {
    const importer = server.app.get(ImportsService, { strict: false });
    for (const onlineUrl of [
      'javascript:xss=1',
      'data:text/html,<script>xss=1</script>',
      'JAVASCRIPT:xss=1',
    ]) {
      const [clause] = CATALOGUE.clauses;
      const buffer = Buffer.from(JSON.stringify({ clauses: [{ ...clause, onlineUrl }] }));
      const report = await importer.import([{ name: 'x.json', source: { buffer, fileName: 'x.json' } }]);
      expect([onlineUrl, report.saved, report.faultCount]).toEqual([onlineUrl, false, 1]);
    }
  });
});
