import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/common/clock.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import type { OwnAccountView, OwnSessionView } from '../../src/staff/account/own-account.view.js';
import type { InvitationLinkView } from '../../src/staff/invitations/invitation.view.js';
import { codeAt } from '../../src/staff/second-factor/totp.js';
import { StaffAssignmentsService } from '../../src/staff/staff-assignments.service.js';
import { StaffRepository } from '../../src/staff/staff.repository.js';
import { faultCode, StaffBrowser } from '../support/staff-browser.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { control, signInPerson } from '../support/virtual-person.js';
import { AppConfig } from '../../src/config/app-config.js';

const NEW_PASSWORD = 'seven walnut chairs';

describe('accounts of staff', () => {
  let server: TestApp;
  let people = 0;
  let clockOffset = 0;

  beforeAll(async () => {
    server = await startTestApp({ trustedProxies: 1, secondFactor: 'reviewers' }, 'simulator');
    server.app.get(Clock).now = () => new Date(Date.now() + clockOffset);
  });
  afterAll(() => server.close());

  const browser = (): StaffBrowser => new StaffBrowser(server);
  const now = (): Date => server.app.get(Clock).now();
  /** Codes are taken once: the next is that of the next half minute. */
  const nextCode = (secret: string): string => {
    clockOffset += 30_000;
    return codeAt(secret, now());
  };
  const idOf = async (username: string): Promise<string> =>
    (await server.app.get(StaffRepository, { strict: false }).findByUsername(username))?.id ?? '';

  async function person(): Promise<{ username: string; desk: StaffBrowser }> {
    const username = await createStaff(server.app, `person-${++people}`);
    const desk = browser();
    expect((await desk.signIn(username, STAFF_PASSWORD)).status).toBe(201);
    return { username, desk };
  }

  /** Sets a second factor up; answers the secret and the recovery codes. */
  async function withFactor(desk: StaffBrowser): Promise<{ secret: string; codes: string[] }> {
    const begun = await desk.call('POST', '/staff/account/second-factor', { password: STAFF_PASSWORD });
    const { secret } = (await begun.json()) as { secret: string };
    const confirmed = await desk.call('POST', '/staff/account/second-factor/confirm', {
      code: nextCode(secret),
    });
    const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] };
    return { secret, codes: recoveryCodes };
  }

  describe('the second factor', () => {
    it('is asked for at the log-in, and takes each code once', async () => {
      const { username, desk } = await person();
      const { secret } = await withFactor(desk);
      const other = browser();
      expect(await faultCode(await other.signIn(username, STAFF_PASSWORD))).toBe('STAFF.CODE_REQUIRED');
      expect(await faultCode(await other.signIn(username, STAFF_PASSWORD, '000000'))).toBe(
        'STAFF.WRONG_CODE',
      );
      const code = nextCode(secret);
      expect((await other.signIn(username, STAFF_PASSWORD, code)).status).toBe(201);
      expect(await faultCode(await browser().signIn(username, STAFF_PASSWORD, code))).toBe(
        'STAFF.WRONG_CODE',
      );
      const view = await desk.read<OwnAccountView>('/staff/account');
      expect(view).toMatchObject({ secondFactor: true, recoveryCodesLeft: 10, secondFactorRequired: false });
    });

    it('takes the same code of two browsers at the same moment once', async () => {
      const { username, desk } = await person();
      const { secret } = await withFactor(desk);
      const code = nextCode(secret);
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => browser().signIn(username, STAFF_PASSWORD, code)),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    });

    it('says nothing of codes to whoever does not know the password', async () => {
      const { username, desk } = await person();
      await withFactor(desk);
      expect(await faultCode(await browser().signIn(username, 'wrong password'))).toBe(
        'STAFF.WRONG_CREDENTIALS',
      );
    });

    it('slows the guessing of codes down, also with fresh starts in between', async () => {
      const { username, desk } = await person();
      await withFactor(desk);
      const statuses: number[] = [];
      for (let i = 0; i < 5; i++) {
        statuses.push((await browser().signIn(username, STAFF_PASSWORD, `00000${i}`)).status);
        statuses.push((await browser().signIn(username, STAFF_PASSWORD)).status);
      }
      expect(statuses.at(-1)).toBe(429);
    });

    it('lets a recovery code in once, in any spelling', async () => {
      const { username, desk } = await person();
      const { codes } = await withFactor(desk);
      const typed = codes[3]?.toUpperCase().replace('-', ' ') ?? '';
      expect((await browser().signIn(username, STAFF_PASSWORD, typed)).status).toBe(201);
      expect((await browser().signIn(username, STAFF_PASSWORD, typed)).status).toBe(401);
      expect((await desk.read<OwnAccountView>('/staff/account')).recoveryCodesLeft).toBe(9);
    });

    it('is kept encrypted, and its recovery codes hashed', async () => {
      const { desk } = await person();
      const { secret, codes } = await withFactor(desk);
      const { manager } = server.app.get(UnitOfWork, { strict: false });
      const rows: unknown[] = [
        await manager.query('SELECT * FROM staff_second_factor'),
        await manager.query('SELECT * FROM staff_recovery_code'),
        await manager.query('SELECT * FROM audit_entry'),
      ];
      const text = JSON.stringify(rows);
      expect(text).not.toContain(secret);
      for (const code of codes) expect(text).not.toContain(code.replace('-', ''));
    });

    it('ends other sessions when it is set up, and is removed with password and code only', async () => {
      const { username, desk } = await person();
      const elsewhere = browser();
      await elsewhere.signIn(username, STAFF_PASSWORD);
      const { secret } = await withFactor(desk);
      expect(await elsewhere.meStatus()).toBe(401);
      const remove = (password: string, code: string): Promise<Response> =>
        desk.call('POST', '/staff/account/second-factor/remove', { password, code });
      expect(await faultCode(await remove('wrong password', nextCode(secret)))).toBe('STAFF.WRONG_PASSWORD');
      expect(await faultCode(await remove(STAFF_PASSWORD, '000000'))).toBe('STAFF.WRONG_CODE');
      expect((await remove(STAFF_PASSWORD, nextCode(secret))).status).toBe(204);
      expect((await browser().signIn(username, STAFF_PASSWORD)).status).toBe(201);
    });

    it('is needed by reviewers, who may do nothing before', async () => {
      const { username, desk } = await person();
      await server.app
        .get(StaffAssignmentsService, { strict: false })
        .replace(await idOf(username), [{ role: 'publishing-office' }]);
      expect(await desk.read('/staff/me')).toMatchObject({ secondFactorMissing: true, permissions: [] });
      expect(await faultCode(await desk.call('GET', '/staff/campaigns'))).toBe('STAFF.SECOND_FACTOR_NEEDED');
      const { secret } = await withFactor(desk);
      expect((await desk.call('GET', '/staff/campaigns')).status).toBe(200);
      const removal = await desk.call('POST', '/staff/account/second-factor/remove', {
        password: STAFF_PASSWORD,
        code: nextCode(secret),
      });
      expect(await faultCode(removal)).toBe('STAFF.SECOND_FACTOR_NEEDED');
    });
  });

  describe('sessions', () => {
    it('are listed with device and place, and ended one by one or all', async () => {
      const { username, desk } = await person();
      const second = browser();
      await second.signIn(username, STAFF_PASSWORD);
      const sessions = await desk.read<OwnSessionView[]>('/staff/account/sessions');
      expect(sessions).toHaveLength(2);
      expect(sessions.filter(({ current }) => current)).toHaveLength(1);
      expect(sessions[0]).toMatchObject({ device: 'Chrome（Windows）', method: 'password' });
      expect(sessions[0]?.address).toMatch(/^203\.0\.113\./);
      const other = sessions.find(({ current }) => !current)?.id ?? '';
      expect((await desk.call('DELETE', `/staff/account/sessions/${other}`)).status).toBe(204);
      expect([await second.meStatus(), await desk.meStatus()]).toEqual([401, 200]);
      await second.signIn(username, STAFF_PASSWORD);
      expect((await desk.call('DELETE', '/staff/account/sessions')).status).toBe(204);
      expect([await second.meStatus(), await desk.meStatus()]).toEqual([401, 401]);
    });

    it('of others cannot be ended', async () => {
      const mine = await person();
      const theirs = await person();
      const [session] = await theirs.desk.read<OwnSessionView[]>('/staff/account/sessions');
      expect((await mine.desk.call('DELETE', `/staff/account/sessions/${session?.id}`)).status).toBe(404);
      expect(await theirs.desk.meStatus()).toBe(200);
    });
  });

  describe('passwords', () => {
    it('are changed with the old one; other sessions end', async () => {
      const { username, desk } = await person();
      const second = browser();
      await second.signIn(username, STAFF_PASSWORD);
      const change = (password: string, newPassword: string): Promise<Response> =>
        desk.call('PUT', '/staff/account/password', { password, newPassword });
      expect(await faultCode(await change('wrong password', NEW_PASSWORD))).toBe('STAFF.WRONG_PASSWORD');
      for (const bad of ['short', '1234567890', `${username}!`])
        expect(await faultCode(await change(STAFF_PASSWORD, bad))).toBe('STAFF.UNFIT_PASSWORD');
      expect((await change(STAFF_PASSWORD, NEW_PASSWORD)).status).toBe(204);
      expect([await second.meStatus(), await desk.meStatus()]).toEqual([401, 200]);
      expect((await browser().signIn(username, STAFF_PASSWORD)).status).toBe(401);
      expect((await browser().signIn(username, NEW_PASSWORD)).status).toBe(201);
    });

    it('cannot be guessed in front of an open screen', async () => {
      const { desk } = await person();
      const statuses: number[] = [];
      for (let i = 0; i < 6; i++)
        statuses.push(
          (await desk.call('POST', '/staff/account/second-factor', { password: `guess ${i}` })).status,
        );
      expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
    });
  });

  describe('invitations', () => {
    const invite = async (
      desk: StaffBrowser,
      username: string,
    ): Promise<{ id: string; token: string; expiresAt: string }> => {
      const answer = await desk.call('POST', '/staff/people', {
        username,
        name: '李四',
        assignments: [{ role: 'auditor' }],
      });
      expect(answer.status).toBe(201);
      const { id, url, expiresAt } = (await answer.json()) as InvitationLinkView;
      expect(url).toMatch(/^http:\/\/portal\.test\/console\/invitation#[\w-]{43}$/);
      return { id, token: url.split('#')[1] ?? '', expiresAt };
    };
    const lookUp = (token: string): Promise<Response> =>
      browser().call('POST', '/staff/invitations/look-up', { token });
    const accept = (token: string, password = NEW_PASSWORD): Promise<Response> =>
      browser().call('POST', '/staff/invitations/accept', { token, password });

    it('let a person set a password once', async () => {
      const { desk } = await person();
      const { token } = await invite(desk, 'new-one');
      expect(await (await lookUp(token)).json()).toMatchObject({ username: 'new-one', name: '李四' });
      expect((await browser().signIn('new-one', '')).status).toBe(400);
      expect((await browser().signIn('new-one', NEW_PASSWORD)).status).toBe(401);
      expect(await faultCode(await accept(token, '1234567890'))).toBe('STAFF.UNFIT_PASSWORD');
      const answers = await Promise.all([accept(token), accept(token, 'another good one')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
      const mine = answers[0]?.status === 204 ? NEW_PASSWORD : 'another good one';
      const newcomer = browser();
      expect((await newcomer.signIn('new-one', mine)).status).toBe(201);
      expect(await newcomer.read('/staff/me')).toMatchObject({ assignments: [{ role: 'auditor' }] });
      expect((await lookUp(token)).status).toBe(404);
    });

    it('run out, are replaced by newer ones, and are kept as hashes', async () => {
      const { desk } = await person();
      const { id, token } = await invite(desk, 'new-two');
      const rows: unknown = await server.app
        .get(UnitOfWork, { strict: false })
        .manager.query('SELECT * FROM staff_invitation');
      expect(JSON.stringify(rows)).not.toContain(token);
      const renewed = await desk.call('POST', `/staff/people/${id}/invitation`);
      const { url } = (await renewed.json()) as InvitationLinkView;
      expect((await accept(token)).status).toBe(404);
      clockOffset += 73 * 3_600_000;
      expect((await accept(url.split('#')[1] ?? '')).status).toBe(404);
    });

    it('refuse a name that is taken, also in another case', async () => {
      const { username, desk } = await person();
      const body = { username: username.toUpperCase(), name: '李四', assignments: [] };
      expect((await desk.call('POST', '/staff/people', body)).status).toBe(409);
    });
  });

  describe('administrators', () => {
    it('disable accounts, which ends everything at once, and not their own', async () => {
      const boss = await person();
      const { username, desk } = await person();
      const id = await idOf(username);
      const own = await boss.desk.call('POST', `/staff/people/${await idOf(boss.username)}/disable`);
      expect(await faultCode(own)).toBe('STAFF.OWN_ACCOUNT');
      expect((await boss.desk.call('POST', `/staff/people/${id}/disable`)).status).toBe(204);
      expect(await desk.meStatus()).toBe(401);
      expect(await faultCode(await browser().signIn(username, STAFF_PASSWORD))).toBe(
        'STAFF.WRONG_CREDENTIALS',
      );
      expect((await boss.desk.call('POST', `/staff/people/${id}/invitation`)).status).toBe(404);
      const list = await boss.desk.read<{ items: object[] }>(`/staff/people?q=${username}`);
      expect(list.items[0]).toMatchObject({ username, disabled: true, secondFactor: false, invited: false });
      expect(JSON.stringify(list)).not.toMatch(/argon2|passwordHash/);
      expect((await boss.desk.call('POST', `/staff/people/${id}/enable`)).status).toBe(204);
      expect((await browser().signIn(username, STAFF_PASSWORD)).status).toBe(201);
    });

    it('reset a lost second factor', async () => {
      const boss = await person();
      const { username, desk } = await person();
      await withFactor(desk);
      const path = `/staff/people/${await idOf(username)}/second-factor/reset`;
      expect((await boss.desk.call('POST', path)).status).toBe(204);
      expect(await desk.meStatus()).toBe(401);
      expect((await browser().signIn(username, STAFF_PASSWORD)).status).toBe(201);
    });
  });

  describe('WeChat', () => {
    const codeFor = async (openid: string): Promise<string> =>
      (await control<{ code: string }>(server, 'POST', 'login-codes', { openid })).code;

    it('signs in as staff once it is bound by the signed-in person, until it is released', async () => {
      expect(server.app.get(AppConfig).wechatMode).toBe('simulator');
      const { username, desk } = await person();
      const citizen = await signInPerson(server, '王五');
      expect(await faultCode(await citizen.call('POST', '/staff/sessions/wechat'))).toBe(
        'STAFF.WECHAT_NOT_BOUND',
      );
      const bound = await desk.call('PUT', '/staff/account/wechat', { code: await codeFor(citizen.openId) });
      expect(bound.status).toBe(204);
      const phone = browser();
      phone.setCookie('ps_session', citizen.token);
      expect((await phone.call('POST', '/staff/sessions/wechat', undefined, { origin: '' })).status).toBe(
        403,
      );
      expect((await phone.call('POST', '/staff/sessions/wechat')).status).toBe(201);
      expect(await phone.read('/staff/me')).toMatchObject({ username });
      expect(await phone.read<OwnSessionView[]>('/staff/account/sessions')).toEqual(
        expect.arrayContaining([expect.objectContaining({ method: 'wechat', current: true })]),
      );
      const thief = await person();
      const taken = await thief.desk.call('PUT', '/staff/account/wechat', {
        code: await codeFor(citizen.openId),
      });
      expect(await faultCode(taken)).toBe('STAFF.WECHAT_TAKEN');
      expect((await desk.call('DELETE', '/staff/account/wechat')).status).toBe(204);
      expect((await citizen.call('POST', '/staff/sessions/wechat')).status).toBe(401);
    });
  });
});
