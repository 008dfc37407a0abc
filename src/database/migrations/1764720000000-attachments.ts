import type { MigrationInterface, QueryRunner } from 'typeorm';
import { longTextType } from '../portable-columns.js';
import { columnsFor, createTable, dialectOfRunner, index } from './portable-table.js';

/** Uploaded files, and which of them a version names. */
export class Attachments1764720000000 implements MigrationInterface {
  name = 'Attachments1764720000000';

  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOfRunner(runner);
    const c = columnsFor(dialect);
    await createTable(
      runner,
      'attachment',
      [
        c.id(),
        c.text('owner_kind', 16),
        c.text('owner_code', 64),
        c.text('file_name', 200),
        c.text('type', 8),
        c.int('size'),
        c.text('sha256', 64),
        c.text('storage_name', 64),
        c.text('uploaded_by', 26),
        c.instant('uploaded_at'),
      ],
      [
        index('ix_attachment_owner', 'owner_kind', 'owner_code'),
        index('ix_attachment_uploaded', 'uploaded_at'),
      ],
    );
    // In plain SQL: on SQLite, TypeORM would copy the whole table.
    for (const table of ['clause_version', 'policy'])
      await runner.query(`ALTER TABLE ${table} ADD COLUMN attachments ${longTextType(dialect)} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['clause_version', 'policy'])
      await runner.query(`ALTER TABLE ${table} DROP COLUMN attachments`);
    await runner.dropTable('attachment');
  }
}
