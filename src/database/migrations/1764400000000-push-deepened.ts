import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import {
  columnsFor,
  createTable,
  dialectOfRunner,
  index,
  NULLABLE,
  references,
  unique,
} from './portable-table.js';

const PAGE = 1000;

/** Subscriptions to more than topics, facts of more kinds, schedules, jobs and a limit on sending. */
export class PushDeepened1764400000000 implements MigrationInterface {
  name = 'PushDeepened1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.generaliseSubscriptions(runner);
    await this.createSavedSearches(runner);
    await this.extendCampaigns(runner);
    await this.extendDeliveries(runner);
    await this.createWork(runner);
  }

  private async generaliseSubscriptions(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'subscription_target',
      [
        c.id(),
        c.ref('account_id'),
        c.text('target_kind', 16),
        c.ref('target_id'),
        c.text('frequency', 16),
        c.flag('active'),
        c.instant('created_at'),
        c.instant('paused_at', NULLABLE),
        c.instant('ended_at', NULLABLE),
        c.text('end_reason', 24, NULLABLE),
      ],
      [
        unique('uq_subscription_target', 'account_id', 'target_kind', 'target_id'),
        index('ix_subscription_target_active', 'target_kind', 'target_id', 'active', 'account_id'),
      ],
      [references('fk_subscription_owner', 'account_id', 'account', 'CASCADE')],
    );
    await runner.query(
      `INSERT INTO subscription_target
         (id, account_id, target_kind, target_id, frequency, active, created_at, ended_at, end_reason)
       SELECT id, account_id, 'topic', topic_id, 'immediate', active, created_at, ended_at, end_reason
       FROM subscription`,
    );
    await runner.dropTable('subscription');
    await runner.renameTable('subscription_target', 'subscription');
  }

  private async createSavedSearches(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'saved_search',
      [c.id(), c.text('query_hash', 64), c.text('anchor', 8), c.long('query'), c.instant('created_at')],
      [unique('uq_saved_search_hash', 'query_hash'), index('ix_saved_search_anchor', 'anchor')],
    );
  }

  private async extendCampaigns(runner: QueryRunner): Promise<void> {
    await runner.createIndex(
      'clause_version',
      new TableIndex(index('ix_clause_version_published', 'published_at')),
    );
    const c = columnsFor(dialectOfRunner(runner));
    await runner.addColumns('campaign', [
      new TableColumn({ ...c.flag('urgent'), default: '0' }),
      new TableColumn({ ...c.flag('paused'), default: '0' }),
    ]);
    await runner.createIndices('campaign', [
      new TableIndex(unique('uq_campaign_fact', 'clause_version_id', 'kind')),
      new TableIndex(index('ix_campaign_created', 'created_at')),
    ]);
    await runner.dropIndex('campaign', 'uq_campaign_version');
  }

  private async extendDeliveries(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await runner.addColumns('delivery', [
      new TableColumn({ ...c.text('kind', 16), default: "'published'" }),
      new TableColumn(c.text('channel', 24, NULLABLE)),
    ]);
    await runner.query(
      'UPDATE delivery SET kind = (SELECT campaign.kind FROM campaign WHERE campaign.id = delivery.campaign_id)',
    );
    await runner.createIndex(
      'delivery',
      new TableIndex(unique('uq_delivery_fact', 'account_id', 'clause_version_id', 'kind')),
    );
    await runner.dropIndex('delivery', 'uq_delivery_account_version');
    await runner.createIndices('delivery', [
      new TableIndex(index('ix_delivery_claim', 'claim_id')),
      new TableIndex(index('ix_delivery_campaign', 'campaign_id', 'state', 'id')),
    ]);
    await runner.dropIndex('delivery', 'ix_delivery_campaign_state');
    await runner.renameColumn('delivery', 'topic_ids', 'reasons');
    await this.convertReasons(runner);
  }

  /** From a list of topic ids to a list of matched targets. */
  private async convertReasons(runner: QueryRunner): Promise<void> {
    for (let after = ''; ;) {
      const rows = (await runner.query(
        `SELECT id, reasons FROM delivery WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
        [after],
      )) as { id: string; reasons: string }[];
      for (const { id, reasons } of rows) {
        const targets = (JSON.parse(reasons) as string[]).map((topicId) => ({ kind: 'topic', id: topicId }));
        await runner.query('UPDATE delivery SET reasons = ? WHERE id = ?', [JSON.stringify(targets), id]);
      }
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.id;
    }
  }

  private async createWork(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'job',
      [
        c.id(),
        c.text('kind', 32),
        c.text('job_key', 64),
        c.instant('due_at'),
        c.int('attempts'),
        c.ref('worker_id', NULLABLE),
        c.instant('created_at'),
      ],
      [unique('uq_job_key', 'kind', 'job_key'), index('ix_job_due', 'kind', 'due_at')],
    );
    await createTable(
      runner,
      'daily_sending',
      [c.key('account_id'), c.date('day'), c.int('sent')],
      [],
      [references('fk_daily_sending_account', 'account_id', 'account', 'CASCADE')],
    );
    await createTable(runner, 'send_quota', [c.key('name', 32), c.instant('window_start'), c.int('used')]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('There is no way back: restore a backup made before the update'));
  }
}
