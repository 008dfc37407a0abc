import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '../../src/common/clock.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { LoginThrottleRepository } from '../../src/staff/login-throttle.repository.js';
import { LoginThrottleService } from '../../src/staff/login-throttle.service.js';
import { StaffAccountsService } from '../../src/staff/staff-accounts.service.js';
import { TooManyAttemptsError } from '../../src/staff/staff.errors.js';
import { createStaff, STAFF_PASSWORD } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const PATH = '/api/v1/staff/sessions';
const ORIGIN = 'https://portal.test';

describe('staff log-in', () => {
  let server: TestApp;
  let address = 0;
  let people = 0;

  beforeAll(async () => {
    server = await startTestApp({
      demoCatalogue: false,
      publicUrl: ORIGIN,
      trustedProxies: 1,
      rateLimitPerMinute: 600,
    });
  });
  afterAll(() => server.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** A staff member of this test's own. */
  async function person(): Promise<string> {
    return createStaff(server.app, `person-${++people}`);
  }

  /** Tries to sign in, by default from an address of its own: each may try a few times a minute only. */
  function signIn(
    username: string,
    password: string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(server.url + PATH, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `192.0.2.${(++address % 250) + 1}`,
        ...headers,
      },
      body: JSON.stringify({ username, password }),
    });
  }

  async function fail(username: string, times: number): Promise<void> {
    for (let i = 0; i < times; i++) expect((await signIn(username, 'wrong password')).status).toBe(401);
  }

  const cookieOf = (answer: Response, name: string): string =>
    answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
  const pairOf = (answer: Response, name: string): string => cookieOf(answer, name).split(';', 1)[0] ?? '';
  const me = (cookie: string): Promise<Response> =>
    fetch(`${server.url}/api/v1/staff/me`, { headers: { cookie } });
  const signOut = (cookie: string, origin?: string): Promise<Response> =>
    fetch(`${server.url}${PATH}/current`, {
      method: 'DELETE',
      headers: { cookie, ...(origin ? { origin } : {}) },
    });
  const advance = (seconds: number): void => {
    const now = new Date(Date.now() + seconds * 1000);
    jest.spyOn(server.app.get(Clock, { strict: false }), 'now').mockReturnValue(now);
  };

  it('opens a session in a cookie that no script can read, until signing out', async () => {
    const username = await person();
    const answer = await signIn(username.toUpperCase(), STAFF_PASSWORD, { origin: ORIGIN });
    expect(answer.status).toBe(201);
    const cookie = cookieOf(answer, 'ps_staff');
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure']) expect(cookie).toContain(part);
    const session = pairOf(answer, 'ps_staff');
    expect(await (await me(session)).json()).toMatchObject({
      username,
      assignments: [{ role: 'administrator', department: null }],
    });
    expect((await signOut(session)).status).toBe(403);
    expect((await signOut(session, 'https://evil.test')).status).toBe(403);
    const left = await signOut(session, ORIGIN);
    expect(left.status).toBe(204);
    expect(cookieOf(left, 'ps_staff')).toMatch(/^ps_staff=;/);
    expect((await me(session)).status).toBe(401);
  });

  it('keeps only a hash of the password', async () => {
    const username = await person();
    const rows: unknown = await server.app
      .get(UnitOfWork, { strict: false })
      .manager.query('SELECT * FROM staff');
    expect(JSON.stringify(rows)).toContain(username);
    expect(JSON.stringify(rows)).not.toContain(STAFF_PASSWORD);
  });

  it('says the same to a wrong password and an unknown name', async () => {
    const wrong = (await (await signIn(await person(), 'wrong password')).json()) as object;
    const unknown = (await (await signIn('nobody-here', 'wrong password')).json()) as object;
    expect(wrong).toMatchObject({ status: 401, code: 'STAFF.WRONG_CREDENTIALS' });
    expect({ ...unknown, requestId: '' }).toEqual({ ...wrong, requestId: '' });
  });

  it('takes about as long for an unknown name', async () => {
    const username = await person();
    const seconds = async (name: string): Promise<number> => {
      const start = performance.now();
      await signIn(name, 'wrong password');
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 4; i++) {
      known.push(await seconds(username));
      unknown.push(await seconds(`unknown-${++people}`));
    }
    // Without any work on a password it would be a tenth.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });

  it('refuses a page of another site and a body without names', async () => {
    expect((await signIn('x', 'y', { origin: 'https://evil.test' })).status).toBe(403);
    const answer = await signIn('', '');
    expect(await answer.json()).toMatchObject({
      code: 'INPUT.INVALID',
      faults: [{ path: 'username' }, { path: 'password' }],
    });
  });

  it('makes everybody wait after five failures, for a while only', async () => {
    const username = await person();
    await fail(username, 5);
    const early = await signIn(username, STAFF_PASSWORD);
    expect(early.status).toBe(429);
    expect(early.headers.get('retry-after')).toBe('5');
    expect(await early.json()).toMatchObject({ code: 'STAFF.TOO_MANY_ATTEMPTS' });
    advance(6);
    expect((await signIn(username, STAFF_PASSWORD)).status).toBe(201);
  });

  it('makes names wait that do not exist, too', async () => {
    const username = `unknown-${++people}`;
    await fail(username, 5);
    expect((await signIn(username, 'wrong password')).status).toBe(429);
  });

  it('never locks the browser out in which the person signed in before', async () => {
    const username = await person();
    const device = pairOf(await signIn(username, STAFF_PASSWORD), 'ps_staff_device');
    await fail(username, 5);
    expect((await signIn(username, STAFF_PASSWORD)).status).toBe(429);
    expect((await signIn(username, STAFF_PASSWORD, { cookie: device })).status).toBe(201);
  });

  it('gives a guesser no fresh start by an invented browser', async () => {
    const username = await person();
    await fail(username, 5);
    expect((await signIn(username, 'guess', { cookie: 'ps_staff_device=invented' })).status).toBe(429);
  });

  it('waits five minutes at most, however often somebody guesses', async () => {
    const username = await person();
    await fail(username, 4);
    for (let seconds = 0; seconds < 3000; seconds += 301) {
      advance(seconds);
      await fail(username, 1);
    }
    advance(3010 + 301);
    expect((await signIn(username, STAFF_PASSWORD)).status).toBe(201);
  });

  it('counts in the database, so that all processes count together', async () => {
    const username = await person();
    await fail(username, 5);
    const { app } = server;
    const other = new LoginThrottleService(
      app.get(LoginThrottleRepository, { strict: false }),
      app.get(UnitOfWork, { strict: false }),
      new Clock(),
    );
    await expect(other.count(username, undefined)).rejects.toBeInstanceOf(TooManyAttemptsError);
  });

  it('counts attempts that come at the same moment', async () => {
    const username = await person();
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(username, 'wrong password')));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('allows ten attempts a minute from one address', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.7' };
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await signIn(`many-${i}`, 'wrong password', headers)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });

  it('starts anew with a reset password: no old session, no waiting', async () => {
    const username = await person();
    const session = pairOf(await signIn(username, STAFF_PASSWORD), 'ps_staff');
    await fail(username, 5);
    await server.app
      .get(StaffAccountsService, { strict: false })
      .resetPassword(username, 'a new long password');
    expect((await me(session)).status).toBe(401);
    expect((await signIn(username, STAFF_PASSWORD)).status).toBe(401);
    expect((await signIn(username, 'a new long password')).status).toBe(201);
  });
});
