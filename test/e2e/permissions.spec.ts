import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '../../src/accounts/permissions.js';
import { newId } from '../../src/database/new-id.js';
import { type DeclaredRoute, declaredRoutes, drawnRoutes } from '../support/routes.js';
import { createStaff, openSession, openStaffSession } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

/** Files and the API documentation: served by plugins, the same for everybody. */
const FILES = /^GET \/(assets\/\*|console\/assets\/\*|api\/docs(\/.*|-json|-yaml)?)$/;

describe('permissions', () => {
  let server: TestApp;
  let routes: DeclaredRoute[];
  let tokens: Record<'account' | 'staff' | 'powerless', string>;

  beforeAll(async () => {
    server = await startTestApp({ demoCatalogue: false, rateLimitPerMinute: 100_000 });
    routes = declaredRoutes(server.app);
    await createStaff(server.app, 'boss');
    await createStaff(server.app, 'guest', 'role-of-tomorrow');
    tokens = {
      account: await openSession(server.app, 'account', newId()),
      staff: await openStaffSession(server.app, 'boss'),
      powerless: await openStaffSession(server.app, 'guest'),
    };
  });
  afterAll(() => server.close());

  /** `METHOD /path → status` of each route, called with a token. */
  async function callAll(chosen: DeclaredRoute[], token?: string): Promise<string[]> {
    const answers: string[] = [];
    for (const { method, path } of chosen) {
      const address = server.url + path.replace(/:[a-z]+/gi, 'x').replace('*', 'x');
      const headers = token ? { authorization: `Bearer ${token}` } : undefined;
      answers.push(`${method} ${path} → ${(await fetch(address, { method, headers })).status}`);
    }
    return answers;
  }

  const expected = (chosen: DeclaredRoute[], status: number): string[] =>
    chosen.map(({ method, path }) => `${method} ${path} → ${status}`);
  const wanting = (...permissions: string[]): DeclaredRoute[] =>
    routes.filter(({ permission }) => permissions.includes(String(permission)));
  const forStaff = (): DeclaredRoute[] =>
    routes.filter(({ permission }) => permission !== 'public' && permission !== 'signed-in');
  const roleBound = (): DeclaredRoute[] => forStaff().filter(({ permission }) => permission !== 'staff');

  it('are declared for every route that the server answers', () => {
    const declared = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    const answered = drawnRoutes(server.app.getHttpAdapter().getInstance().printRoutes());
    expect(answered.filter((route) => !declared.has(route) && !FILES.test(route))).toEqual([]);
    expect([...declared].filter((route) => !answered.includes(route))).toEqual([]);
    expect(routes.filter(({ permission }) => !PERMISSIONS.some((known) => known === permission))).toEqual([]);
    expect(forStaff().length).toBeGreaterThan(8);
  });

  it('leave nothing of the staff API open to everybody but the log-in', () => {
    const open = wanting('public', 'signed-in').filter(({ path }) => path.startsWith('/api/v1/staff'));
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v1/staff/sessions']);
  });

  it('ask for a session', async () => {
    const closed = routes.filter(({ permission }) => permission !== 'public');
    expect(await callAll(closed)).toEqual(expected(closed, 401));
    expect(await callAll(closed, 'not-a-token')).toEqual(expected(closed, 401));
  });

  it('refuse a session of the other kind', async () => {
    expect(await callAll(forStaff(), tokens.account)).toEqual(expected(forStaff(), 403));
    const personal = wanting('signed-in');
    expect(await callAll(personal, tokens.staff)).toEqual(expected(personal, 403));
  });

  it('refuse staff whose role does not grant what a route needs', async () => {
    expect(await callAll(roleBound(), tokens.powerless)).toEqual(expected(roleBound(), 403));
  });

  it('are known to the person', async () => {
    const me = async (token: string): Promise<unknown> =>
      (
        await fetch(`${server.url}/api/v1/staff/me`, { headers: { authorization: `Bearer ${token}` } })
      ).json();
    expect(await me(tokens.staff)).toMatchObject({ username: 'boss', role: 'administrator' });
    expect(await me(tokens.powerless)).toMatchObject({ username: 'guest', permissions: [] });
  });
});
