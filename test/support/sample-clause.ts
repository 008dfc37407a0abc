import type { INestApplicationContext } from '@nestjs/common';
import { ClauseEditorService } from '../../src/clauses/clause-editor.service.js';
import { ClauseRecord } from '../../src/clauses/clause.record.js';
import { validateRecord } from '../../src/common/validate-record.js';
import type { TestApp } from './start-test-app.js';

/** A clause of the demonstration catalogue's department `hrss`, as a file would hand it in. */
export const sampleClause = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  code: 'test-c1',
  department: 'hrss',
  policy: 'hrss-p01',
  ordinal: 901,
  title: '返乡创业一次性奖补',
  audience: 'citizen',
  supportKind: 'employment',
  benefit: '首次返乡创业并正常经营六个月以上的，给予一次性奖补。',
  amount: { max: 5000, unit: '元', per: '人' },
  ...changes,
});

/** Saves a clause through the service that the API uses, and tells subscribers. @throws Error on faults */
export async function saveClause(
  server: Pick<TestApp, 'app'> | { app: INestApplicationContext },
  plain: Record<string, unknown>,
): Promise<void> {
  const { record, faults } = validateRecord(ClauseRecord, plain);
  const report = await server.app.get(ClauseEditorService).save([record], { silent: false });
  const all = [...faults, ...report.faults];
  if (all.length > 0) throw new Error(JSON.stringify(all));
}
