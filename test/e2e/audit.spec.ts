import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntryView } from '../../src/audit/audit.view.js';
import type { Page } from '../../src/common/page.view.js';
import { auditRows } from '../support/audit-rows.js';
import { passReviews, reviewPeople, saveDraft } from '../support/reviews.js';
import { sampleClause } from '../support/sample-clause.js';
import { type StaffCall, STAFF_PASSWORD, staffCaller } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

describe('what is put on record', () => {
  let server: TestApp;
  let call: StaffCall;

  beforeAll(async () => {
    server = await startTestApp({ trustedProxies: 1 });
    call = await staffCaller(server, 'boss');
  });
  afterAll(() => server.close());

  /** What `work` put on record: `action subject by`. */
  async function recorded(work: () => Promise<unknown>): Promise<string[]> {
    const before = (await auditRows(server.app)).at(-1)?.sequence ?? 0;
    await work();
    return (await auditRows(server.app, before)).map(
      ({ action, subjectKind, subjectId, actorName }) =>
        `${action} ${subjectKind}:${subjectId} by ${actorName}`,
    );
  }
  const signIn = (username: string, password: string): Promise<Response> =>
    fetch(`${server.url}/api/v1/staff/sessions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': '192.0.2.77',
        'user-agent': 'a browser',
      },
      body: JSON.stringify({ username, password }),
    });
  const list = async (query = ''): Promise<Page<AuditEntryView>> =>
    (await (await call('GET', `/audit${query}`)).json()) as Page<AuditEntryView>;

  it('names who changed which version of a clause, from where', async () => {
    const people = await reviewPeople(server, 'hrss');
    const content = { ...sampleClause({ ordinal: 490 }), code: undefined };
    const { department, policy, ordinal, title } = content as Record<string, unknown>;
    const created = await recorded(() =>
      call('POST', '/clauses', { code: 'on-record', department, policy, ordinal, title }),
    );
    expect(created).toEqual(['draft.created clause:on-record by boss']);
    const draft = await saveDraft(call, '/clauses/on-record', content);
    expect(await recorded(() => saveDraft(call, '/clauses/on-record', content))).toEqual([]);
    expect(await recorded(() => passReviews({ ...people, registrar: call }, draft))).toEqual([
      'draft.submit clause:on-record by boss',
      'draft.approve clause:on-record by hrss-first',
      'draft.approve clause:on-record by hrss-second',
      'clause.saved clause:on-record by hrss-third',
      'clause.published clause:on-record by hrss-third',
      'draft.approve clause:on-record by hrss-third',
    ]);
    const withdraw = (): Promise<Response> => call('POST', '/clauses/on-record/withdraw', { reason: '误发' });
    expect(await recorded(withdraw)).toEqual(['clause.withdrawn clause:on-record by boss']);
    const { items } = await list('?subjectKind=clause&subjectId=on-record');
    expect(items[0]).toMatchObject({ action: 'clause.withdrawn', versionId: items[2]?.versionId });
    expect(items[1]).toMatchObject({
      action: 'draft.approve',
      versionHash: draft.hash,
      address: '127.0.0.1',
    });
    expect(items[2]).toMatchObject({
      action: 'clause.published',
      versionHash: items[3]?.versionHash,
      subjectName: title,
    });
    expect(items[1]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('has log-ins, failures and waiting, and never what was typed', async () => {
    const failures = await recorded(async () => {
      expect((await signIn('my-secret-passphrase', 'x')).status).toBe(401);
      for (let i = 0; i < 5; i++) expect((await signIn('boss', 'my-wrong-password')).status).toBe(401);
      expect((await signIn('boss', STAFF_PASSWORD)).status).toBe(429);
    });
    const id = (await list('?action=staff.sign-in-blocked')).items[0]?.subjectId;
    expect(failures).toEqual([
      'staff.sign-in-failed staff:- by ',
      ...Array.from({ length: 5 }, () => `staff.sign-in-failed staff:${id} by `),
      `staff.sign-in-blocked staff:${id} by `,
    ]);
    const { items } = await list('?action=staff.sign-in-failed');
    expect(items[0]).toMatchObject({ address: '192.0.2.77', agent: 'a browser', actorKind: 'anonymous' });
    const all = JSON.stringify(await auditRows(server.app));
    expect(all).not.toMatch(/my-secret|my-wrong|correct horse/);
  });

  it('can be narrowed by person, action, kind and day, and is paged', async () => {
    const everything = await list('?pageSize=2');
    expect(everything.items).toHaveLength(2);
    expect(everything.total).toBe((await auditRows(server.app)).length);
    const second = await list('?pageSize=2&page=2');
    expect(second.items[0]?.sequence).toBe((everything.items[1]?.sequence ?? 0) - 1);
    const mine = await list('?actor=BOSS&pageSize=100');
    expect(new Set(mine.items.map(({ actorName }) => actorName))).toEqual(new Set(['boss']));
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await list(`?from=${today}&to=${today}&action=draft.created&actor=boss`)).total).toBe(1);
    expect((await list('?to=2020-01-01')).total).toBe(0);
    expect((await call('GET', '/audit?subjectId=x')).status).toBe(400);
    expect((await call('GET', '/audit?action=nonsense')).status).toBe(400);
  });

  it('is exported with a formula made harmless, and that is on record, too', async () => {
    const formula = { department: 'hrss', policy: 'hrss-p01', ordinal: 491, title: '=cmd|calc!A1' };
    expect((await call('POST', '/clauses', { code: 'formula', ...formula })).status).toBe(201);
    const done = await recorded(async () => {
      const csv = await call('GET', '/audit/export/csv?subjectKind=clause&subjectId=formula');
      expect(csv.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
      expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const text = await csv.text();
      expect(text).toContain(`,'=cmd|calc!A1,`);
      expect(text.trim().split('\r\n')).toHaveLength(2);
    });
    expect(done).toEqual(['audit.exported audit:csv by boss']);
    const lines = (await (await call('GET', '/audit/export/jsonl')).text()).trim().split('\n');
    expect(lines).toHaveLength((await auditRows(server.app)).length);
    expect((await call('GET', '/audit/export/xml')).status).toBe(400);
  });
});
