import type { INestApplicationContext } from '@nestjs/common';
import { AuditRepository } from '../../src/audit/audit.repository.js';
import type { AuditEntry } from '../../src/audit/audit-entry.entity.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';

/** All entries of the audit log after a place, in their order. */
export const auditRows = (app: INestApplicationContext, after = 0): Promise<AuditEntry[]> =>
  app.get(AuditRepository, { strict: false }).findAfter(after, 10_000);

/** Does what nobody should: changes the audit log by SQL. */
export async function tamper(app: INestApplicationContext, ...statements: string[]): Promise<void> {
  const uow = app.get(UnitOfWork, { strict: false });
  await uow.run(async () => {
    for (const statement of statements) await uow.manager.query(statement);
  });
}
