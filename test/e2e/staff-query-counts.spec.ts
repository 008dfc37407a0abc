import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { fillCatalogue } from '../bench/staff/fill-catalogue.js';
import { fillConsole } from '../bench/staff/fill-console.js';
import { queriesOf } from '../support/count-queries.js';
import { createStaff, openStaffSession } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const LISTS = [
  '/work?list=to-fill',
  '/work?list=to-review',
  '/work?list=returned',
  '/work?list=overdue',
  '/work?list=closing-soon',
  '/drafts?q=补贴',
  '/clauses?status=published',
  '/notices?unread=true',
  '/people?q=工作人员',
  '/campaigns?page=1',
  '/audit?action=clause.published',
];
/** One without pages. */
const FIGURES = ['/work/counts', '/statistics', '/colleagues', '/delegations', '/me'];
/** No list needs more, the session and the roles included. */
const AT_MOST = 16;

/** What the lists of the console ask the database. */
describe('the number of queries of a list for staff', () => {
  const tokens = new Map<string, string>();
  let server: TestApp;

  beforeAll(async () => {
    server = await startTestApp({ demoCatalogue: false });
    const source = server.app.get(DataSource);
    const catalogue = await fillCatalogue(source, 300);
    await fillConsole(source, catalogue, { people: 40, entries: 200 });
    await createStaff(server.app, 'chief');
    await createStaff(server.app, 'office', 'publishing-office');
    for (const name of ['chief', 'office', 'person-0', 'person-1']) {
      tokens.set(name, await openStaffSession(server.app, name));
    }
  });
  afterAll(() => server.close());

  /** Statements and rows of a request; null where the person may not see it. */
  async function ask(who: string, path: string): Promise<{ statements: number; rows: number } | null> {
    let rows: number | null = null;
    const work = async (): Promise<void> => {
      const answer = await server.app.inject({
        method: 'GET',
        url: encodeURI(`/api/v1/staff${path}`),
        headers: { authorization: `Bearer ${tokens.get(who) ?? ''}` },
      });
      if (answer.statusCode === 403) return;
      expect(answer.statusCode).toBe(200);
      rows = answer.json<{ items?: unknown[] }>().items?.length ?? 0;
    };
    await work();
    const statements = (await queriesOf(server.app, work)).length;
    return rows === null ? null : { statements, rows };
  }

  it.each(LISTS)('does not grow with the rows of %s', async (path) => {
    let most = 0;
    for (const who of tokens.keys()) {
      const small = await ask(who, `${path}&pageSize=2`);
      const large = await ask(who, `${path}&pageSize=100`);
      if (!small || !large) continue;
      most = Math.max(most, large.rows);
      if (small.rows > 0) expect(large.statements).toBeLessThanOrEqual(small.statements);
      expect(large.statements).toBeLessThanOrEqual(AT_MOST);
    }
    expect(most).toBeGreaterThan(2);
  });

  it.each(FIGURES)('of %s is small', async (path) => {
    const asked = await ask('chief', path);
    expect(asked?.statements).toBeGreaterThan(0);
    expect(asked?.statements).toBeLessThanOrEqual(AT_MOST + 8);
  });
});
