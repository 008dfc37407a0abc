import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { columnsFor, createTable, dialectOfRunner, index, NULLABLE } from './portable-table.js';

/** Failed log-ins, and indexes for the staff's list of clauses: what changed last comes first. */
export class StaffAtWork1764300000000 implements MigrationInterface {
  name = 'StaffAtWork1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'login_throttle',
      [
        c.key('name_hash', 64),
        c.key('device_hash', 64),
        c.int('failures'),
        c.instant('retry_at', NULLABLE),
        c.instant('updated_at'),
      ],
      [index('ix_login_throttle_updated', 'updated_at')],
    );
    await runner.createIndices('clause', [
      new TableIndex(index('ix_clause_updated', 'updated_at', 'id')),
      new TableIndex(index('ix_clause_status_updated', 'status', 'updated_at', 'id')),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('clause', 'ix_clause_status_updated');
    await runner.dropIndex('clause', 'ix_clause_updated');
    await runner.dropTable('login_throttle');
  }
}
