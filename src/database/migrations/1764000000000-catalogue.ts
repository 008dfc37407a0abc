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

/** Departments, topics, policies, clauses and the feed of their changes. */
export class Catalogue1764000000000 implements MigrationInterface {
  name = 'Catalogue1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    const hashAndTimes = [c.text('content_hash', 64), c.instant('created_at'), c.instant('updated_at')];
    await createTable(
      runner,
      'department',
      [
        c.id(),
        c.text('code', 64),
        c.text('name', 120),
        c.text('short_name', 60),
        c.text('region', 6),
        c.long('phones'),
        c.text('address', 255, NULLABLE),
        ...hashAndTimes,
      ],
      [unique('uq_department_code', 'code')],
    );
    await createTable(
      runner,
      'topic',
      [
        c.id(),
        c.text('code', 64),
        c.text('group_name', 60),
        c.text('name', 60),
        c.text('description', 255),
        c.long('aliases'),
        ...hashAndTimes,
      ],
      [unique('uq_topic_code', 'code')],
    );
    await createTable(
      runner,
      'policy',
      [
        c.id(),
        c.text('code', 64),
        c.text('title', 300),
        c.text('document_number', 100, NULLABLE),
        c.long('issuing_bodies'),
        c.text('level', 16),
        c.text('region', 6),
        c.text('status', 16),
        c.date('issued_on', NULLABLE),
        c.date('effective_from', NULLABLE),
        c.date('effective_to', NULLABLE),
        c.text('source_url', 1000, NULLABLE),
        c.long('summary'),
        c.long('body', NULLABLE),
        ...hashAndTimes,
      ],
      [
        unique('uq_policy_code', 'code'),
        index('ix_policy_status_issued', 'status', 'issued_on'),
        index('ix_policy_document_number', 'document_number'),
        index('ix_policy_title', 'title'),
      ],
    );
    await createTable(
      runner,
      'clause',
      [
        c.id(),
        c.text('code', 64),
        c.ref('department_id'),
        c.ref('policy_id'),
        c.int('ordinal'),
        c.text('status', 16),
        c.ref('published_version_id', NULLABLE),
        c.ref('latest_version_id', NULLABLE),
        c.instant('published_at', NULLABLE),
        c.date('apply_to', NULLABLE),
        c.instant('created_at'),
        c.instant('updated_at'),
      ],
      [
        unique('uq_clause_code', 'code'),
        unique('uq_clause_policy_ordinal', 'policy_id', 'ordinal'),
        index('ix_clause_status_published', 'status', 'published_at', 'id'),
        index('ix_clause_status_apply_to', 'status', 'apply_to'),
        index('ix_clause_department_status', 'department_id', 'status'),
      ],
      [
        references('fk_clause_department', 'department_id', 'department', 'RESTRICT'),
        references('fk_clause_policy', 'policy_id', 'policy', 'RESTRICT'),
      ],
    );
    await this.createVersions(runner);
    await this.createFeed(runner);
  }

  private async createVersions(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'clause_version',
      [
        c.id(),
        c.ref('clause_id'),
        c.int('number'),
        c.text('title', 120),
        c.text('audience', 16),
        c.text('support_kind', 24),
        c.long('benefit'),
        c.long('amount', NULLABLE),
        c.long('conditions'),
        c.long('materials'),
        c.long('steps'),
        c.int('time_limit_days', NULLABLE),
        c.long('channels'),
        c.text('online_url', 1000, NULLABLE),
        c.text('window_address', 500, NULLABLE),
        c.text('phone', 100, NULLABLE),
        c.date('apply_from', NULLABLE),
        c.date('apply_to', NULLABLE),
        c.long('keywords'),
        c.long('regions'),
        c.long('related'),
        c.text('content_hash', 64),
        c.instant('created_at'),
        c.instant('published_at', NULLABLE),
        c.instant('superseded_at', NULLABLE),
      ],
      [unique('uq_clause_version_number', 'clause_id', 'number')],
      [references('fk_clause_version_clause', 'clause_id', 'clause', 'CASCADE')],
    );
    await createTable(
      runner,
      'clause_version_topic',
      [c.key('clause_version_id'), c.key('topic_id')],
      [index('ix_clause_version_topic_topic', 'topic_id', 'clause_version_id')],
      [
        references('fk_clause_version_topic_version', 'clause_version_id', 'clause_version', 'CASCADE'),
        references('fk_clause_version_topic_topic', 'topic_id', 'topic', 'RESTRICT'),
      ],
    );
  }

  private async createFeed(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(runner, 'change_feed', [
      c.big('sequence', { isPrimary: true }),
      c.text('kind', 16),
      c.ref('record_id'),
      c.instant('created_at'),
    ]);
    await createTable(runner, 'change_feed_head', [c.int('id', { isPrimary: true }), c.big('last_sequence')]);
    await runner.query('INSERT INTO change_feed_head (id, last_sequence) VALUES (1, 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'change_feed_head',
      'change_feed',
      'clause_version_topic',
      'clause_version',
      'clause',
      'policy',
    ];
    for (const table of [...tables, 'topic', 'department']) await runner.dropTable(table);
  }
}
