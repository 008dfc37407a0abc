import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppConfig } from '../../src/config/app-config.js';
import { runCli } from '../support/cli-process.js';
import { fileImport, type FileImport, reportOf } from '../support/import-file.js';
import { clause, prefixedCatalogue } from '../support/sample-catalogue.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { createStaff, openStaffSession } from '../support/staff.js';
import { until } from '../support/until.js';

const LIMIT = 2 * 1024 * 1024;
const PATH = '/api/v1/staff/imports';

describe('importing over HTTP', () => {
  let server: TestApp;
  let token: string;
  let send: FileImport;
  beforeAll(async () => {
    server = await startTestApp({ importMaxBytes: LIMIT });
    await createStaff(server.app, 'importer');
    token = await openStaffSession(server.app, 'importer');
    send = await fileImport(server, 'importer');
  });
  afterAll(() => server.close());

  const headers = () => ({ authorization: `Bearer ${token}` });
  const sample = (): string => JSON.stringify(prefixedCatalogue('h'));

  it('takes a file of more than a megabyte', async () => {
    const content = JSON.stringify({ ...prefixedCatalogue('big'), padding: [] }) + ' '.repeat(1_500_000);
    const { saved, counts } = await reportOf(send(content));
    expect({ saved, created: counts.clauses.created }).toEqual({ saved: true, created: 3 });
  });

  it('runs beside a command that imports, and finds what that one brought', async () => {
    const config = server.app.get(AppConfig);
    const file = join(config.dataDir, '目录.json');
    await writeFile(file, JSON.stringify(prefixedCatalogue('cli')));
    expect(await runCli(['import', file, '--silent'], config)).toMatchObject({ code: 0, stderr: '' });
    await until('the import is found', async () => {
      const found = await server.get(
        `/api/v1/search?q=${encodeURIComponent('一次性补贴cli')}&department=clihrss`,
      );
      return ((await found.json()) as { total: number }).total === 3;
    });
  }, 120_000);

  it('takes the options of the form, before or behind the file', async () => {
    const dry = await reportOf(send(sample(), { dryRun: 'true', partial: '1' }));
    expect(dry).toMatchObject({
      saved: false,
      dryRun: true,
      partial: true,
      counts: { clauses: { created: 3 } },
    });
    expect((await server.get('/api/v1/departments/hhrss')).status).toBe(404);
  });

  it('answers with every fault and its place', async () => {
    const catalogue = prefixedCatalogue('f');
    catalogue.clauses.push({ ...clause('f9', 9), department: '不存在局', policy: 'fp1' });
    const { saved, faults } = await reportOf(send(JSON.stringify(catalogue)));
    expect(saved).toBe(false);
    expect(faults).toMatchObject([{ sheet: 'clauses', row: 4, column: 'department', value: '不存在局' }]);
  });

  it('takes a map', async () => {
    const map = readFileSync(new URL('../../../maps/service-items.json', import.meta.url));
    const item = {
      code: '11420800000000000X2000102002000',
      name: '测试事项办理',
      catalog: '测试事项',
      dept: '市映射局',
      area_code: '420800',
      type: '公共服务',
      level: '市级',
      themes: ['其他'],
      audience: ['自然人', '企业法人'],
      place: '无线下办理窗口',
      promised_limit: '5(工作日)',
    };
    const { saved, faults, counts } = await reportOf(
      send(JSON.stringify(item), { map: map.toString() }, 'items.jsonl'),
    );
    expect({ saved, faults }).toEqual({ saved: true, faults: [] });
    expect(counts).toMatchObject({
      departments: { created: 1 },
      policies: { created: 1 },
      clauses: { created: 1 },
    });
    const made = await fetch(`${server.url}/api/v1/staff/clauses/${item.code}/draft`, { headers: headers() });
    expect(await made.json()).toMatchObject({
      content: { audience: 'both', supportKind: 'service', timeLimitDays: 5 },
    });
  });

  it.each([
    ['a file beyond the limit', () => send(Buffer.alloc(LIMIT + 1)), 413, 'IMPORT.TOO_LARGE'],
    ['a file far beyond the limit', () => send(Buffer.alloc(30 * LIMIT)), 413, 'IMPORT.TOO_LARGE'],
    ['a form without a file', () => send(null, { partial: 'true' }), 400, 'IMPORT.NO_FILE'],
    ['rubbish', () => send(Buffer.alloc(1000, 7)), 400, 'IMPORT.BINARY'],
    ['a bad option', () => send('[]', { dryRun: 'maybe' }), 400, 'IMPORT.UPLOAD_INVALID'],
    ['a page that is none', () => send('[]', { page: '0' }), 400, 'IMPORT.UPLOAD_INVALID'],
    ['a bad map', () => send(sample(), { map: '{' }), 400, 'IMPORT.MAP_INVALID'],
    [
      'a body that is no form',
      () =>
        fetch(`${server.url}${PATH}`, {
          method: 'POST',
          headers: { ...headers(), 'content-type': 'application/json' },
          body: '{}',
        }),
      400,
      'IMPORT.UPLOAD_INVALID',
    ],
    [
      'a form that breaks off',
      () =>
        fetch(`${server.url}${PATH}`, {
          method: 'POST',
          headers: { ...headers(), 'content-type': 'multipart/form-data; boundary=x' },
          body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc',
        }),
      400,
      'IMPORT.UPLOAD_INVALID',
    ],
  ])('refuses %s', async (_what, request, status, code) => {
    const answer = await request();
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, code, detail: expect.stringMatching(/[一-龥]/) });
  });

  it('lets only staff import, and hands the template out', async () => {
    expect((await fetch(`${server.url}${PATH}`, { method: 'POST', body: new FormData() })).status).toBe(401);
    const answer = await fetch(`${server.url}${PATH}/template.xlsx`, { headers: headers() });
    expect(answer.headers.get('content-disposition')).toContain('import-template.xlsx');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
