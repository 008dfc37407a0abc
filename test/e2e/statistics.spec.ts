import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ClauseViewsService } from '../../src/clauses/clause-views.service.js';
import type { StaffClauseView } from '../../src/clauses/staff-clause.view.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { DepartmentDaysService } from '../../src/departments/department-days.service.js';
import { Department } from '../../src/departments/department.entity.js';
import type { DepartmentStatistics } from '../../src/reviews/statistics.view.js';
import { drainPush } from '../support/drain-push.js';
import { answerOf } from '../support/reviews.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { setClock } from '../support/set-clock.js';
import { type StaffCall, staffCaller } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { signInPerson } from '../support/virtual-person.js';

describe('the statistics of departments', () => {
  let server: TestApp;
  let auditor: StaffCall;
  let registrar: StaffCall;

  beforeAll(async () => {
    server = await startTestApp({}, 'simulator');
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

  it('count views and people told by department and day, whoever counts them at the same moment', async () => {
    setClock(server, '2026-05-04T23:59:00+08:00');
    const counter = server.app.get(ClauseViewsService, { strict: false });
    await server.get('/api/v1/clauses/hrss-c03');
    await counter.write();
    setClock(server, '2026-05-05T00:01:00+08:00');
    const days = server.app.get(DepartmentDaysService, { strict: false });
    const uow = server.app.get(UnitOfWork, { strict: false });
    const department = await server.app
      .get(DataSource)
      .getRepository(Department)
      .findOneByOrFail({ code: 'hrss' });
    await Promise.all([...Array(8).keys()].map(() => uow.run(() => days.addViews(department.id, 5))));
    const of = async (from: string, to: string): Promise<DepartmentStatistics | undefined> =>
      (await answerOf<DepartmentStatistics[]>(auditor('GET', `/statistics?from=${from}&to=${to}`))).find(
        ({ department: { code } }) => code === 'hrss',
      );
    expect(await of('2026-05-04', '2026-05-04')).toMatchObject({ views: 1, told: 0 });
    expect(await of('2026-05-05', '2026-05-05')).toMatchObject({ views: 40, told: 0 });
    expect(await of('2026-05-01', '2026-05-31')).toMatchObject({ views: 41 });
    const clause = await answerOf<StaffClauseView>(auditor('GET', '/clauses/hrss-c03'));
    expect(clause.viewsLastMonth).toBe(1);
  });

  it('count every delivery once, however often its campaign is matched', async () => {
    setClock(server, '2026-05-06T10:00:00+08:00');
    const people = await Promise.all(['甲', '乙', '丙'].map((name) => signInPerson(server, name)));
    for (const person of people) await person.call('PUT', '/me/subscriptions/topics/T0201');
    await saveClause(server, sampleClause({ code: 'counted', ordinal: 951, topics: ['T0201'] }));
    await drainPush(server.app);
    await drainPush(server.app);
    const path = '/statistics?from=2026-05-06&to=2026-05-06';
    const [hrss] = (await answerOf<DepartmentStatistics[]>(registrar('GET', path))) ?? [];
    expect(hrss).toMatchObject({ department: { code: 'hrss' }, told: 3 });
  });

  it('cover all departments for who reads all, and one’s own otherwise', async () => {
    expect((await statistics(auditor)).map(({ department }) => department.code)).toHaveLength(15);
    const own = await statistics(registrar);
    expect(own.map(({ department }) => department.code)).toEqual(['hrss']);
    expect(own[0]?.published).toBeGreaterThan(5);
  });
});
