import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import type { StaffPersonView } from '../../src/staff/staff.view.js';
import { StaffRepository } from '../../src/staff/staff.repository.js';
import { declaredRoutes } from '../support/routes.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { faultCode, StaffBrowser } from '../support/staff-browser.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

/** What spreadsheets run when a cell begins with it (OWASP, CSV Injection). */
const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1', '＝1+1'];
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

describe('attacks', () => {
  let server: TestApp;
  let people = 0;

  beforeAll(async () => {
    server = await startTestApp({ trustedProxies: 1 });
  });
  afterAll(() => server.close());

  const browser = (): StaffBrowser => new StaffBrowser(server);
  async function signedIn(role?: string): Promise<{ username: string; desk: StaffBrowser }> {
    const username = await createStaff(server.app, `victim-${++people}`, role);
    const desk = browser();
    expect((await desk.signIn(username, STAFF_PASSWORD)).status).toBe(201);
    return { username, desk };
  }
  const rows = (table: string): Promise<Record<string, unknown>[]> =>
    server.app.get(UnitOfWork, { strict: false }).manager.query(`SELECT * FROM ${table}`);

  describe('from pages of others (CSRF)', () => {
    it('reach no route that changes anything, whatever the method, and change nothing', async () => {
      const { desk } = await signedIn();
      const before = JSON.stringify(await rows('audit_head'));
      const routes = declaredRoutes(server.app).filter(
        ({ method, path, requirement }) =>
          WRITES.includes(method) &&
          path.startsWith('/api/v1/staff') &&
          requirement?.permission !== 'public' &&
          requirement?.permission !== 'signed-in',
      );
      expect(routes.length).toBeGreaterThan(20);
      for (const { method, path } of routes) {
        const address = path.replace('/api/v1', '').replace(/:[a-z]+/gi, 'x');
        for (const origin of ['https://evil.test', 'null', 'http://portal.test.evil.test', '']) {
          const answer = await desk.call(method, address, {}, { origin });
          expect([method, address, origin, answer.status]).toEqual([method, address, origin, 403]);
        }
      }
      expect(await desk.meStatus()).toBe(200);
      expect(JSON.stringify(await rows('audit_head'))).toBe(before);
    });

    it('cannot send what a plain form can send, not even from our own pages', async () => {
      const { desk } = await signedIn();
      for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
        const body = '{"username":"planted","name":"x","assignments":[]}';
        const answer = await desk.call('POST', '/staff/people', body, { 'content-type': type });
        expect([type, [400, 415].includes(answer.status)]).toEqual([type, true]);
      }
      expect((await rows('staff')).some(({ username }) => username === 'planted')).toBe(false);
    });

    it('cannot sign a stranger in, nor sign them in by WeChat', async () => {
      const { username } = await signedIn();
      const headers = { origin: 'https://evil.test' };
      const body = { username, password: STAFF_PASSWORD };
      expect((await browser().call('POST', '/staff/sessions', body, headers)).status).toBe(403);
    });
  });

  describe('on sessions', () => {
    it('fix no session: signing in makes a new one, and ends the one that was planted', async () => {
      const attacker = await signedIn();
      const planted = attacker.desk.cookie('ps_staff') ?? '';
      const victim = await createStaff(server.app, `victim-${++people}`);
      const desk = browser();
      desk.setCookie('ps_staff', planted);
      expect((await desk.signIn(victim, STAFF_PASSWORD)).status).toBe(201);
      expect(desk.cookie('ps_staff')).not.toBe(planted);
      expect(await desk.read('/staff/me')).toMatchObject({ username: victim });
      expect(await attacker.desk.meStatus()).toBe(401);
      const invented = browser();
      invented.setCookie('ps_staff', 'chosen-by-the-attacker');
      await invented.signIn(victim, STAFF_PASSWORD);
      expect(invented.cookie('ps_staff')).toMatch(/^[\w-]{43}$/);
    });

    it('find no token in the database', async () => {
      const { desk } = await signedIn();
      const token = desk.cookie('ps_staff') ?? 'none';
      for (const table of ['session', 'audit_entry', 'login_throttle'])
        expect(JSON.stringify(await rows(table))).not.toContain(token);
    });
  });

  describe('that look for names', () => {
    const attempt = async (username: string): Promise<{ text: string; headers: string[] }> => {
      const answer = await browser().signIn(username, 'some wrong password');
      const { requestId: _requestId, ...problem } = (await answer.json()) as Record<string, unknown>;
      const headers = [...answer.headers.keys()].filter((name) => name !== 'x-request-id').sort();
      return { text: JSON.stringify([answer.status, problem]), headers };
    };

    it('get the same answer for names that exist, do not, are disabled or were only invited', async () => {
      const boss = await signedIn();
      const known = await createStaff(server.app, `victim-${++people}`);
      const disabled = await createStaff(server.app, `victim-${++people}`);
      const id = (await server.app.get(StaffRepository, { strict: false }).findByUsername(disabled))?.id;
      expect((await boss.desk.call('POST', `/staff/people/${id}/disable`)).status).toBe(204);
      const invitation = { username: 'invited-one', name: '受邀者', assignments: [] };
      expect((await boss.desk.call('POST', '/staff/people', invitation)).status).toBe(201);
      const answers = [];
      for (const name of [known, 'nobody-at-all', disabled, 'invited-one']) answers.push(await attempt(name));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    });

    it('get it after about the same time', async () => {
      const known = await createStaff(server.app, `victim-${++people}`);
      const times = { known: [] as number[], unknown: [] as number[] };
      for (let i = 0; i < 4; i++) {
        for (const kind of ['known', 'unknown'] as const) {
          const start = performance.now();
          await attempt(kind === 'known' ? known : `nobody-${i}`);
          times[kind].push(performance.now() - start);
        }
      }
      const ratio = Math.min(...times.unknown) / Math.min(...times.known);
      // Without work on the password an answer takes less than a fifth.
      expect(ratio).toBeGreaterThan(0.4);
      expect(ratio).toBeLessThan(2.5);
    });

    it('learn nothing from invitations and from other people', async () => {
      const wrong = await browser().call('POST', '/staff/invitations/look-up', { token: 'A'.repeat(43) });
      expect(await faultCode(wrong)).toBe('STAFF.INVITATION_GONE');
      const { desk } = await signedIn('publishing-office');
      expect((await desk.call('GET', '/staff/people')).status).toBe(403);
    });
  });

  describe('by fields nobody asked for (mass assignment)', () => {
    const EXTRA = {
      id: '01J00000000000000000000000',
      passwordHash: 'x',
      disabledAt: null,
      secondFactorAt: '2020-01-01',
      role: 'administrator',
      permissions: ['staff.manage'],
      assignments: [{ role: 'administrator' }],
      username: 'renamed',
      isAdmin: true,
    };

    it('change nothing of the own account', async () => {
      const { username, desk } = await signedIn('auditor');
      const changed = await desk.call('PUT', '/staff/account/password', {
        ...EXTRA,
        password: STAFF_PASSWORD,
        newPassword: 'seven walnut chairs',
      });
      expect(changed.status).toBe(204);
      const me = await desk.read('/staff/me');
      expect(me).toMatchObject({ username, assignments: [{ role: 'auditor' }] });
      const own = (await rows('staff')).find((row) => row.username === username);
      expect(own).toMatchObject({ disabled_at: null, second_factor_at: null });
      expect(String(own?.password_hash)).toMatch(/^\$argon2id\$/);
    });

    it('give an invited person nothing but what was chosen', async () => {
      const { desk } = await signedIn();
      const body = {
        ...EXTRA,
        username: 'plain-one',
        name: '张三',
        assignments: [{ role: 'auditor', staffId: 'x' }],
      };
      const answer = await desk.call('POST', '/staff/people', body);
      expect(answer.status).toBe(201);
      const list = await desk.read<{ items: StaffPersonView[] }>('/staff/people?q=plain-one');
      expect(list.items[0]).toMatchObject({ invited: true, secondFactor: false, disabled: false });
      expect(list.items[0]?.assignments).toEqual([{ role: 'auditor', department: null }]);
      expect(list.items[0]?.id).not.toBe(EXTRA.id);
      const token = ((await answer.json()) as { url: string }).url.split('#')[1];
      const accepted = await browser().call('POST', '/staff/invitations/accept', {
        ...EXTRA,
        token,
        password: 'seven walnut chairs',
      });
      expect(accepted.status).toBe(204);
      const newcomer = browser();
      await newcomer.signIn('plain-one', 'seven walnut chairs');
      expect(await newcomer.read('/staff/me')).toMatchObject({ assignments: [{ role: 'auditor' }] });
    });

    it('do not let anybody raise their own rights', async () => {
      const { username, desk } = await signedIn('auditor');
      const id = (await server.app.get(StaffRepository, { strict: false }).findByUsername(username))?.id;
      for (const [method, path, body] of [
        ['PUT', `/staff/people/${id}/assignments`, { assignments: [{ role: 'administrator' }] }],
        ['POST', `/staff/people/${id}/invitation`, {}],
        ['POST', `/staff/people/${id}/second-factor/reset`, {}],
        ['POST', '/staff/people', { username: 'mine', name: 'x', assignments: [{ role: 'administrator' }] }],
      ] as const) {
        expect([path, (await desk.call(method, path, body)).status]).toEqual([path, 403]);
      }
    });

    it.each(['__proto__', 'constructor', 'prototype'])('pollute nothing through %s', async (name) => {
      const { desk } = await signedIn();
      const body = `{"username":"proto-${name.replace(/_/g, '')}","name":"x","assignments":[],"${name}":{"isAdmin":true}}`;
      const answer = await desk.call('POST', '/staff/people', body);
      expect([201, 400]).toContain(answer.status);
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    });
  });

  describe('by formulas in exports (CSV injection)', () => {
    it('come out as text, whatever field they were put into', async () => {
      const { desk } = await signedIn();
      for (const [index, formula] of FORMULAS.entries()) {
        const name = `${formula}|${index}`;
        const person = { username: `formula-${index}`, name, assignments: [] };
        expect((await desk.call('POST', '/staff/people', person)).status).toBe(201);
        await saveClause(
          server,
          sampleClause({ code: `formula-${index}`, ordinal: 700 + index, title: name, status: 'draft' }),
        );
        const agent = { 'user-agent': formula.trim().replace('＝', '=') };
        await desk.call('DELETE', '/staff/account/wechat', undefined, agent);
      }
      const csv = await (await desk.call('GET', '/staff/audit/export/csv')).text();
      const cells = (parse(csv, { bom: true, relaxColumnCount: true }) as string[][]).flat();
      // A cell that begins like a formula must have the apostrophe before it.
      expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
      for (const start of ["'=1", "'+1", "'-1", "'@SUM", "'＝1"])
        expect([start, cells.some((cell) => cell.startsWith(start))]).toEqual([start, true]);
    });
  });
});
