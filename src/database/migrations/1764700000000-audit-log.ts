import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsFor, createTable, dialectOfRunner, index, NULLABLE } from './portable-table.js';

/** The audit log: a chain of entries, and its end. */
export class AuditLog1764700000000 implements MigrationInterface {
  name = 'AuditLog1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'audit_entry',
      [
        c.big('sequence', { isPrimary: true }),
        c.instant('occurred_at'),
        c.text('actor_kind', 16),
        c.text('actor_id', 26, NULLABLE),
        c.text('actor_name', 64),
        c.text('action', 48),
        c.text('subject_kind', 24),
        c.text('subject_id', 64),
        c.text('subject_name', 200),
        c.text('version_id', 26, NULLABLE),
        c.text('version_hash', 64, NULLABLE),
        c.long('detail'),
        c.text('address', 64),
        c.text('agent', 200),
        c.text('request_id', 64, NULLABLE),
        c.text('previous_hash', 64),
        c.text('hash', 64),
        c.text('mac', 64, NULLABLE),
      ],
      [
        index('ix_audit_entry_time', 'occurred_at', 'sequence'),
        index('ix_audit_entry_actor', 'actor_name', 'occurred_at', 'sequence'),
        index('ix_audit_entry_action', 'action', 'occurred_at', 'sequence'),
        index('ix_audit_entry_subject', 'subject_kind', 'subject_id', 'occurred_at', 'sequence'),
      ],
    );
    await createTable(runner, 'audit_head', [
      c.int('id', { isPrimary: true }),
      c.big('last_sequence'),
      c.text('last_hash', 64),
    ]);
    await runner.query(
      `INSERT INTO audit_head (id, last_sequence, last_hash) VALUES (1, 0, '${'0'.repeat(64)}')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_head');
    await runner.dropTable('audit_entry');
  }
}
