import { type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  columnsFor,
  createTable,
  dialectOfRunner,
  index,
  NULLABLE,
  references,
  unique,
} from './portable-table.js';

/** Drafts, their three reviews, what staff is told, interpretations, and how a clause ends. */
export class DraftsAndReviews1764610000000 implements MigrationInterface {
  name = 'DraftsAndReviews1764610000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createDrafts(runner);
    await this.createReviews(runner);
    await this.createInterpretations(runner);
    await this.createCatalogueTables(runner);
    await this.extendCatalogue(runner);
  }

  private async createDrafts(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'draft',
      [
        c.id(),
        c.text('kind', 16),
        c.ref('subject_id'),
        c.text('code', 64),
        c.text('title', 300),
        c.ref('department_id', NULLABLE),
        c.text('state', 16),
        c.int('round'),
        c.int('revision'),
        c.int('cycle'),
        c.long('content'),
        c.text('content_hash', 64),
        c.flag('urgent'),
        c.flag('silent'),
        c.instant('scheduled_for', NULLABLE),
        c.date('due_on', NULLABLE),
        c.ref('submission_id', NULLABLE),
        c.ref('owner_id', NULLABLE),
        c.ref('updated_by', NULLABLE),
        c.instant('created_at'),
        c.instant('updated_at'),
      ],
      [
        unique('uq_draft_subject', 'kind', 'subject_id'),
        index('ix_draft_department_state', 'department_id', 'state', 'updated_at', 'id'),
        index('ix_draft_state_updated', 'state', 'updated_at', 'id'),
        index('ix_draft_state_due', 'state', 'due_on'),
        index('ix_draft_state_scheduled', 'state', 'scheduled_for'),
        index('ix_draft_updated', 'updated_at', 'id'),
      ],
      [references('fk_draft_department', 'department_id', 'department', 'RESTRICT')],
    );
    await createTable(
      runner,
      'draft_edit',
      [
        c.id(),
        c.ref('draft_id'),
        c.int('cycle'),
        c.int('first_revision'),
        c.int('last_revision'),
        c.ref('staff_id'),
        c.long('changes'),
        c.instant('started_at'),
        c.instant('ended_at'),
      ],
      [
        index('ix_draft_edit_draft', 'draft_id', 'last_revision'),
        index('ix_draft_edit_staff', 'staff_id', 'draft_id', 'cycle'),
      ],
      [
        references('fk_draft_edit_draft', 'draft_id', 'draft', 'CASCADE'),
        references('fk_draft_edit_staff', 'staff_id', 'staff', 'RESTRICT'),
      ],
    );
  }

  private async createReviews(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'submission',
      [
        c.id(),
        c.ref('draft_id'),
        c.int('round'),
        c.long('content'),
        c.text('content_hash', 64),
        c.ref('submitted_by'),
        c.instant('submitted_at'),
        c.instant('published_at', NULLABLE),
        c.int('published_version', NULLABLE),
      ],
      [index('ix_submission_draft', 'draft_id', 'id')],
      [references('fk_submission_draft', 'draft_id', 'draft', 'CASCADE')],
    );
    await createTable(
      runner,
      'review_decision',
      [
        c.id(),
        c.ref('draft_id'),
        c.ref('submission_id', NULLABLE),
        c.int('cycle'),
        c.int('round'),
        c.text('step', 16),
        c.text('action', 16),
        c.text('result', 16),
        c.ref('staff_id', NULLABLE),
        c.text('name', 64),
        c.ref('on_behalf_of_id', NULLABLE),
        c.text('on_behalf_of', 64, NULLABLE),
        c.long('comment', NULLABLE),
        c.text('content_hash', 64),
        c.flag('standing'),
        { ...c.flag('in_time'), ...NULLABLE },
        c.instant('decided_at'),
      ],
      [
        index('ix_review_decision_draft', 'draft_id', 'decided_at', 'id'),
        index('ix_review_decision_staff', 'staff_id', 'draft_id', 'cycle'),
        index('ix_review_decision_submission', 'submission_id'),
      ],
      [references('fk_review_decision_draft', 'draft_id', 'draft', 'CASCADE')],
    );
    await createTable(
      runner,
      'staff_notice',
      [
        c.id(),
        c.ref('staff_id'),
        c.text('kind', 16),
        c.ref('draft_id', NULLABLE),
        c.text('text', 500),
        c.text('dedupe_key', 96),
        c.instant('created_at'),
        c.instant('read_at', NULLABLE),
      ],
      [
        unique('uq_staff_notice_fact', 'staff_id', 'dedupe_key'),
        index('ix_staff_notice_inbox', 'staff_id', 'id'),
        index('ix_staff_notice_unread', 'staff_id', 'read_at'),
      ],
      [references('fk_staff_notice_staff', 'staff_id', 'staff', 'CASCADE')],
    );
  }

  private async createInterpretations(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'interpretation',
      [
        c.id(),
        c.text('code', 64),
        c.ref('policy_id'),
        c.ref('department_id', NULLABLE),
        c.text('status', 16),
        c.text('title', 200),
        c.long('body'),
        c.text('source_url', 1000, NULLABLE),
        c.instant('published_at', NULLABLE),
        c.instant('created_at'),
        c.instant('updated_at'),
      ],
      [
        unique('uq_interpretation_code', 'code'),
        index('ix_interpretation_policy', 'policy_id', 'status', 'published_at'),
      ],
      [
        references('fk_interpretation_policy', 'policy_id', 'policy', 'RESTRICT'),
        references('fk_interpretation_department', 'department_id', 'department', 'RESTRICT'),
      ],
    );
  }

  private async createCatalogueTables(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'catalogue_entry',
      [
        c.id(),
        c.int('year'),
        c.text('code', 64),
        c.text('title', 200),
        c.ref('department_id'),
        c.instant('created_at'),
      ],
      [unique('uq_catalogue_entry_code', 'year', 'code')],
      [references('fk_catalogue_entry_department', 'department_id', 'department', 'RESTRICT')],
    );
    await createTable(
      runner,
      'clause_view_day',
      [c.key('clause_id'), { ...c.date('day'), isPrimary: true }, c.int('views')],
      [],
      [references('fk_clause_view_day_clause', 'clause_id', 'clause', 'CASCADE')],
    );
  }

  /** In plain SQL: on SQLite, TypeORM would copy the whole tables. */
  private async extendCatalogue(runner: QueryRunner): Promise<void> {
    const long = dialectOfRunner(runner) === 'mysql' ? 'longtext' : 'text';
    for (const column of [
      'expires_on date NULL',
      'ended_at datetime(3) NULL',
      `end_reason ${long} NULL`,
      'successor_id varchar(26) NULL',
      'catalogue_entry_id varchar(26) NULL',
    ]) {
      await runner.query(`ALTER TABLE clause ADD COLUMN ${column}`);
    }
    await runner.query('CREATE INDEX ix_clause_status_expires ON clause (status, expires_on)');
    await runner.query('ALTER TABLE policy ADD COLUMN department_id varchar(26) NULL');
    // A policy whose clauses all belong to one department is that department's.
    await runner.query(
      `UPDATE policy SET department_id = (
         SELECT CASE WHEN MIN(clause.department_id) = MAX(clause.department_id) THEN MIN(clause.department_id) END
         FROM clause WHERE clause.policy_id = policy.id)`,
    );
    // A withdrawn version stopped being public; when exactly was not kept until now.
    await runner.query(
      `UPDATE clause_version SET superseded_at = (
         SELECT clause.updated_at FROM clause WHERE clause.published_version_id = clause_version.id)
       WHERE superseded_at IS NULL AND id IN (
         SELECT clause.published_version_id FROM clause WHERE clause.status = 'withdrawn')`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('There is no way back: restore a backup made before the update'));
  }
}
