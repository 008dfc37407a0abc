import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { drainPush } from '../support/drain-push.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { signInPerson, type VirtualPerson } from '../support/virtual-person.js';

const PHONE = '13800138000';
const ADDRESS = '203.0.113.77';
const LOGIN_CODE = 'login-code-of-somebody';
const COOKIE = 'cookie-of-somebody';
const QUERIED = 'queried-value';
const TOPIC = 'T0201';

interface Line {
  level: string;
  time: string;
  context?: string;
  route?: string;
  [key: string]: unknown;
}

describe('the log', () => {
  let server: TestApp;
  let person: VirtualPerson;
  let written = '';
  const lines = (): Line[] =>
    written
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  const requests = (): Line[] => lines().filter(({ context }) => context === 'Request');

  beforeAll(async () => {
    const logSink = { write: (text: string) => void (written += text) };
    server = await startTestApp({ logLevel: 'trace', trustedProxies: 1 }, 'simulator', logSink);
    person = await signInPerson(server, '甲');
    const headers = { 'x-forwarded-for': ADDRESS, cookie: `ps_session=${COOKIE}` };
    const get = async (path: string): Promise<number> => {
      const answer = await fetch(`${server.url}${path}`, { headers });
      await answer.arrayBuffer();
      return answer.status;
    };
    const encoded = encodeURIComponent(`${PHONE} 补贴`);
    await get(`/search?q=${encoded}`);
    await get(`/api/v1/search?q=${encoded}`);
    await get(`/api/v1/search?q=${encoded}&page=x`);
    await get(`/api/v1/%zz?q=${PHONE}`);
    await get(`/nothing/${PHONE}`);
    await get('/api/v1/me');
    await fetch(`${server.url}/api/v1/sessions/wechat`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ code: LOGIN_CODE }),
    });
    await person.call('PUT', `/me/subscriptions/topics/${TOPIC}`);
    await person.consent();
    await saveClause(server, sampleClause({ code: 'logged-1', ordinal: 950, topics: [TOPIC] }));
    await drainPush(server.app);
    await person.call('GET', '/me/messages');
    // A database that fails: its errors hold statements with values.
    await server.app.get(DataSource).query('ALTER TABLE clause RENAME TO clause_gone');
    expect(await get(`/api/v1/clauses/${QUERIED}`)).toBe(500);
    expect(await get(`/clauses/${QUERIED}`)).toBe(500);
    await server.app.get(DataSource).query('ALTER TABLE clause_gone RENAME TO clause');
  }, 60_000);
  afterAll(() => server.close());

  it('is a JSON object a line, with a level and an instant', () => {
    expect(lines().length).toBeGreaterThan(20);
    for (const line of lines()) {
      expect(line.level).toMatch(/^(trace|debug|info|warn|error|fatal)$/);
      expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
  });

  it('has one line for each request, with its route instead of its address', () => {
    const searches = requests().filter(({ route }) => route === '/api/v1/search');
    expect(searches).toHaveLength(2);
    expect(searches[1]).toMatchObject({ method: 'GET', status: 400 });
    expect(searches[0]).toMatchObject({ ms: expect.any(Number), requestId: expect.any(String) });
    expect(requests().filter(({ route }) => route === '/search')).toHaveLength(1);
    expect(requests().map(({ route }) => route)).toContain('/api/v1/clauses/:code');
  });

  it('tells of a failing database where and with which code, not with which values', () => {
    const failures = lines().filter(({ context, level }) => context === 'Http' && level === 'error');
    expect(failures.length).toBeGreaterThan(0);
    expect(failures[0]).toMatchObject({ error: { name: 'QueryFailedError', code: expect.any(String) } });
    expect(JSON.stringify(failures[0])).toContain('ClausesController.get');
  });

  it.each([
    ['a phone number somebody typed', () => PHONE],
    ['an address', () => ADDRESS],
    ['a code to log in with', () => LOGIN_CODE],
    ['a cookie', () => COOKIE],
    ['a value of a query', () => QUERIED],
    ['an openid', () => person.openId],
    ['a session', () => person.token],
  ])('does not hold %s', (_what, planted) => {
    expect(planted().length).toBeGreaterThan(5);
    expect(written).not.toContain(planted());
  });

  it('does not hold what somebody logs by mistake under a name that tells', () => {
    new Logger('Careless').log({
      openid: 'planted-openid',
      person: { phone: PHONE, token: 'planted-token' },
    });
    expect(lines().at(-1)).toMatchObject({ context: 'Careless', openid: '***', person: { token: '***' } });
    expect(written).not.toMatch(/planted-/);
  });
});
