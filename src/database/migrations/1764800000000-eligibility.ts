import type { MigrationInterface, QueryRunner } from 'typeorm';
import { longTextType } from '../portable-columns.js';
import { columnsFor, createTable, dialectOfRunner, index, NULLABLE, references } from './portable-table.js';

/** Rules of clause versions, and the profiles that people keep. */
export class Eligibility1764800000000 implements MigrationInterface {
  name = 'Eligibility1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOfRunner(runner);
    const { id, key, ref, text, long, int, instant, date } = columnsFor(dialect);
    // In plain SQL: on SQLite, TypeORM would copy the whole table.
    await runner.query(`ALTER TABLE clause_version ADD COLUMN eligibility ${longTextType(dialect)} NULL`);
    await createTable(
      runner,
      'profile',
      [
        id(),
        ref('account_id'),
        text('subject', 16),
        text('key_id', 16),
        long('general', NULLABLE),
        long('personal', NULLABLE),
        long('sensitive', NULLABLE),
        int('days'),
        instant('created_at'),
        instant('updated_at'),
        date('expires_on'),
      ],
      [
        index('ix_profile_subject_account', 'subject', 'account_id', 'id'),
        index('ix_profile_account', 'account_id'),
        index('ix_profile_expires', 'expires_on'),
      ],
      [references('fk_profile_account', 'account_id', 'account', 'CASCADE')],
    );
    await createTable(runner, 'profile_sweep', [key('day', 10), instant('started_at')]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('profile_sweep');
    await runner.dropTable('profile');
    await runner.query('ALTER TABLE clause_version DROP COLUMN eligibility');
  }
}
