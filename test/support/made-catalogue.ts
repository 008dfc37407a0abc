import type { INestApplication } from '@nestjs/common';
import { ClauseEditorService } from '../../src/clauses/clause-editor.service.js';
import type { ClauseRecord } from '../../src/clauses/clause.record.js';
import { DepartmentsService } from '../../src/departments/departments.service.js';
import { PoliciesService } from '../../src/policies/policies.service.js';
import { TopicsService } from '../../src/topics/topics.service.js';

const each = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

/** A clause that keeps every rule; `change` says what matters to the test. */
export const madeClause = (number: number, change: Partial<ClauseRecord> = {}): ClauseRecord => ({
  code: `c${number}`,
  department: 'd1',
  policy: 'p1',
  ordinal: number,
  title: `第${number}项补贴`,
  audience: 'citizen',
  supportKind: 'funding',
  benefit: '每人补贴 100 元',
  topics: ['t1'],
  status: 'published',
  ...change,
});

/**
 * Saves `size` each of departments (d1…), topics (t1…), policies (p1…) and clauses (c1…). Everything belongs together
 * under number 1, so that the lists of its pages grow with `size`; each clause is related to up to 20 others.
 * Calling it again with a larger size adds the rest.
 */
export async function makeCatalogue(app: INestApplication, size: number): Promise<void> {
  const region = '420800';
  await app
    .get(DepartmentsService)
    .save(each(size, (n) => ({ code: `d${n}`, name: `第${n}局`, shortName: `${n}局`, region })));
  await app
    .get(TopicsService)
    .save(each(size, (n) => ({ code: `t${n}`, group: `组${n}`, name: `主题${n}` })));
  await app.get(PoliciesService).save(
    each(size, (n) => ({
      code: `p${n}`,
      title: `关于第${n}件事的办法`,
      level: 'city',
      region,
      status: 'published',
      issuedOn: '2026-01-01',
    })),
  );
  const { faults } = await app.get(ClauseEditorService).save(
    each(size, (n) =>
      madeClause(n, {
        applyTo: '2099-12-31',
        topics: each(Math.min(size, 10), (topic) => `t${topic}`),
        related: each(Math.min(size, 20), (other) => `c${other}`).filter((code) => code !== `c${n}`),
      }),
    ),
    { silent: true },
  );
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
}
