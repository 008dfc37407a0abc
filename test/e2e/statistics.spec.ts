import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClauseViewsService } from '../../src/clauses/clause-views.service.js';
import type { DepartmentStatistics } from '../../src/reviews/statistics.view.js';
import { type StaffCall, staffCaller } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

describe('the statistics of departments', () => {
  let server: TestApp;
  let auditor: StaffCall;
  let registrar: StaffCall;

  beforeAll(async () => {
    server = await startTestApp();
    auditor = await staffCaller(server, 'auditor', 'auditor');
    registrar = await staffCaller(server, 'registrar', 'registrar', 'hrss');
  });
  afterAll(() => server.close());

  const statistics = async (call: StaffCall): Promise<DepartmentStatistics[]> =>
    (await (await call('GET', '/statistics')).json()) as DepartmentStatistics[];
  const views = async (): Promise<number | undefined> =>
    (await statistics(auditor)).find(({ department }) => department.code === 'hrss')?.views;

  it('count how often clauses are opened, on the page as through the API', async () => {
    const counter = server.app.get(ClauseViewsService, { strict: false });
    expect(await views()).toBe(0);
    await server.get('/api/v1/clauses/hrss-c02');
    await server.get('/api/v1/clauses/hrss-c02');
    await counter.write();
    expect(await views()).toBe(2);
    await server.get('/clauses/hrss-c01');
    await server.get('/api/v1/clauses/nothing');
    await counter.write();
    expect(await views()).toBe(3);
  });

  it('cover all departments for who reads all, and one’s own otherwise', async () => {
    expect((await statistics(auditor)).map(({ department }) => department.code)).toHaveLength(15);
    const own = await statistics(registrar);
    expect(own.map(({ department }) => department.code)).toEqual(['hrss']);
    expect(own[0]?.published).toBeGreaterThan(5);
  });
});
