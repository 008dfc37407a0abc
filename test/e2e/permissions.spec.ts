import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffPermission } from '../../src/accounts/permissions.js';
import { PERMISSIONS } from '../../src/accounts/permissions.js';
import type { DeclaredRoute } from '../../src/accounts/route-table.js';
import { AppModule } from '../../src/app.module.js';
import { AppConfig } from '../../src/config/app-config.js';
import { newId } from '../../src/database/new-id.js';
import { DepartmentsService } from '../../src/departments/departments.service.js';
import { permissionDocument } from '../../src/operations/permission-document.js';
import { permissionsOf } from '../../src/staff/role-permissions.js';
import { DEPARTMENT_ROLES, STAFF_ROLES, type StaffRole } from '../../src/staff/role.terms.js';
import { declaredRoutes, drawnRoutes } from '../support/routes.js';
import { createStaff, openSession, openStaffSession } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

/** Files and the API documentation: served by plugins, the same for everybody. */
const FILES = /^GET \/(assets\/\*|console\/assets\/\*|api\/docs(\/.*|-json|-yaml)?)$/;

/** What no session, and every session of the right kind, may call. */
const UNBOUND = ['public', 'signed-in', 'staff'];

/** The words, said once more without looking at the data: who may change what. */
const EXPECTED_WRITERS: Record<string, StaffRole[]> = {
  'catalogue.write': ['registrar', 'administrator'],
  'catalogue.import': ['registrar', 'administrator'],
  'reviews.submit': ['registrar', 'administrator'],
  'reviews.first': ['department-reviewer'],
  'reviews.second': ['leader'],
  'reviews.third': ['publishing-office'],
  'clauses.end': ['publishing-office', 'administrator'],
  'staff.manage': ['administrator'],
};

/** To sign in, in three ways; the one with WeChat asks for a citizen's session. */
const OPEN_STAFF_ROUTES = [
  'POST /api/v1/staff/sessions',
  'POST /api/v1/staff/sessions/wechat',
  'POST /api/v1/staff/invitations/look-up',
  'POST /api/v1/staff/invitations/accept',
];

describe('permissions', () => {
  let server: TestApp;
  let routes: DeclaredRoute[];
  let tokens: Record<'account' | 'powerless' | StaffRole, string>;

  beforeAll(async () => {
    server = await startTestApp({ demoCatalogue: false, rateLimitPerMinute: 100_000 });
    routes = declaredRoutes(server.app);
    await server.app
      .get(DepartmentsService)
      .save([{ code: 'd1', name: '第一局', shortName: '一局', region: '420800' }]);
    await createStaff(server.app, 'guest', 'role-of-tomorrow');
    tokens = {
      account: await openSession(server.app, 'account', newId()),
      powerless: await openStaffSession(server.app, 'guest'),
    } as typeof tokens;
    for (const role of STAFF_ROLES) {
      await createStaff(server.app, role, role, DEPARTMENT_ROLES.includes(role) ? 'd1' : undefined);
      tokens[role] = await openStaffSession(server.app, role);
    }
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
  const permissionOf = ({ requirement }: DeclaredRoute): string => requirement?.permission ?? '';
  const wanting = (...permissions: string[]): DeclaredRoute[] =>
    routes.filter((route) => permissions.includes(permissionOf(route)));
  const forStaff = (): DeclaredRoute[] =>
    routes.filter((route) => permissionOf(route) !== 'public' && permissionOf(route) !== 'signed-in');
  const roleBound = (): DeclaredRoute[] => forStaff().filter((route) => permissionOf(route) !== 'staff');

  it('are declared for every route that the server answers', () => {
    const declared = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    const answered = drawnRoutes(server.app.getHttpAdapter().getInstance().printRoutes());
    expect(answered.filter((route) => !declared.has(route) && !FILES.test(route))).toEqual([]);
    expect([...declared].filter((route) => !answered.includes(route))).toEqual([]);
    expect(routes.filter((route) => !PERMISSIONS.some((known) => known === permissionOf(route)))).toEqual([]);
    expect(roleBound().length).toBeGreaterThan(8);
  });

  it('stand in docs/permissions.md as they are; after a change run npm run docs:permissions', async () => {
    const written = await readFile('docs/permissions.md', 'utf8');
    expect(permissionDocument(AppModule.for(new AppConfig()))).toBe(written);
  });

  it.each(Object.entries(EXPECTED_WRITERS))('grant %s to the right roles only', (permission, roles) => {
    const granted = STAFF_ROLES.filter((role) => permissionsOf(role).includes(permission as StaffPermission));
    expect(granted).toEqual(roles);
  });

  it('let auditors read everything and change nothing', () => {
    const granted = permissionsOf('auditor') as readonly string[];
    const open = roleBound().filter((route) => granted.includes(permissionOf(route)));
    const writes = open
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
    // Those that answer a question with a body.
    expect(writes.filter((route) => !QUESTIONS.includes(route))).toEqual([]);
    const reads = roleBound().filter(
      ({ method, path }) => method === 'GET' && !path.endsWith('template.xlsx'),
    );
    expect(reads.filter((route) => !granted.includes(permissionOf(route)))).toEqual([]);
  });

  it('leave nothing of the staff API open to everybody but the log-in', () => {
    const open = wanting('public', 'signed-in').filter(({ path }) => path.startsWith('/api/v1/staff'));
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual(OPEN_STAFF_ROUTES);
  });

  it('ask for a session', async () => {
    const closed = routes.filter((route) => permissionOf(route) !== 'public');
    expect(await callAll(closed)).toEqual(expected(closed, 401));
    expect(await callAll(closed, 'not-a-token')).toEqual(expected(closed, 401));
  });

  it('refuse a session of the other kind', async () => {
    expect(await callAll(forStaff(), tokens.account)).toEqual(expected(forStaff(), 403));
    const personal = wanting('signed-in');
    expect(await callAll(personal, tokens.auditor)).toEqual(expected(personal, 403));
  });

  it('refuse staff whose role does not grant what a route needs', async () => {
    expect(await callAll(roleBound(), tokens.powerless)).toEqual(expected(roleBound(), 403));
  });

  it.each(STAFF_ROLES)('give %s exactly what the role grants, where it is held', async (role) => {
    const granted = permissionsOf(role) as readonly string[];
    const isOpen = (route: DeclaredRoute): boolean =>
      granted.includes(permissionOf(route)) &&
      (route.requirement?.scope !== 'city' || !DEPARTMENT_ROLES.includes(role));
    const bound = roleBound();
    const answers = await callAll(bound, tokens[role]);
    const refused = answers.filter((answer) => answer.endsWith('→ 403'));
    expect(refused).toEqual(
      expected(
        bound.filter((route) => !isOpen(route)),
        403,
      ),
    );
    expect(answers.filter((answer) => /→ (401|5\d\d)$/.test(answer))).toEqual([]);
    expect(UNBOUND).not.toContain(granted[0]);
  });

  it('are known to the person', async () => {
    const me = async (token: string): Promise<unknown> =>
      (
        await fetch(`${server.url}/api/v1/staff/me`, { headers: { authorization: `Bearer ${token}` } })
      ).json();
    expect(await me(tokens.registrar)).toMatchObject({
      username: 'registrar',
      assignments: [{ role: 'registrar', department: { code: 'd1', name: '一局' } }],
      departments: { 'catalogue.write': [{ code: 'd1', name: '一局' }] },
    });
    expect(await me(tokens.auditor)).toMatchObject({ departments: { 'audit.read': 'all' }, actingFor: [] });
    expect(await me(tokens.powerless)).toMatchObject({ username: 'guest', permissions: [] });
  });
});

/** POST because the question is too long for an address. */
const QUESTIONS = ['POST /api/v1/staff/clauses/check', 'POST /api/v1/staff/flowchart'];
