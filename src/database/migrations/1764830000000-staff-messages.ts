import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  columnsFor,
  createTable,
  dialectOfRunner,
  index,
  NULLABLE,
  references,
  unique,
} from './portable-table.js';

/** Notices on their way to the WeChat of staff. */
export class StaffMessages1764830000000 implements MigrationInterface {
  name = 'StaffMessages1764830000000';

  async up(runner: QueryRunner): Promise<void> {
    const { id, ref, text, int, instant } = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'staff_message',
      [
        id(),
        ref('staff_id'),
        ref('draft_id'),
        text('dedupe_key', 96),
        text('title', 300),
        text('todo', 60),
        text('due', 30),
        text('note', 120),
        text('state', 16),
        int('attempts'),
        instant('due_at'),
        instant('lease_ends_at', NULLABLE),
        int('error_code', NULLABLE),
        instant('created_at'),
        instant('sent_at', NULLABLE),
      ],
      [
        unique('uq_staff_message_fact', 'staff_id', 'dedupe_key'),
        index('ix_staff_message_state_due', 'state', 'due_at'),
      ],
      [references('fk_staff_message_staff', 'staff_id', 'staff', 'CASCADE')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('staff_message');
  }
}
