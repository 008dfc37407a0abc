import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsFor, createTable, dialectOfRunner, index, NULLABLE, unique } from './portable-table.js';

/** Copies of profiles by which clauses find them quickly. */
export class MatchPacks1764820000000 implements MigrationInterface {
  name = 'MatchPacks1764820000000';

  async up(runner: QueryRunner): Promise<void> {
    const { id, ref, text, long, bytes, int, instant } = columnsFor(dialectOfRunner(runner));
    // In plain SQL: on SQLite, TypeORM would copy the whole table.
    await runner.query('ALTER TABLE profile ADD COLUMN pack_id varchar(26) NULL');
    await runner.query('CREATE INDEX ix_profile_pack ON profile (subject, pack_id, account_id, id)');
    await createTable(
      runner,
      'match_pack',
      [
        id(),
        text('subject', 16),
        text('key_id', 16),
        ref('first_account'),
        ref('last_account'),
        long('profiles'),
        int('size'),
        int('unreadable'),
        bytes('general', NULLABLE),
        bytes('personal', NULLABLE),
        bytes('sensitive', NULLABLE),
        instant('created_at'),
      ],
      [
        unique('uq_match_pack_first', 'subject', 'first_account'),
        index('ix_match_pack_last', 'subject', 'last_account'),
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('match_pack');
    await runner.query(
      `DROP INDEX ix_profile_pack${dialectOfRunner(runner) === 'mysql' ? ' ON profile' : ''}`,
    );
    await runner.query('ALTER TABLE profile DROP COLUMN pack_id');
  }
}
