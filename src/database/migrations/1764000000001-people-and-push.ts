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

/** Accounts, staff, subscriptions, and everything from the outbox to the phone. */
export class PeopleAndPush1764000000001 implements MigrationInterface {
  name = 'PeopleAndPush1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await this.createPeople(runner);
    await this.createPush(runner);
    await this.createWeChat(runner);
  }

  private async createPeople(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(runner, 'account', [c.id(), c.instant('created_at')]);
    await createTable(
      runner,
      'wechat_identity',
      [
        c.id(),
        c.ref('account_id'),
        c.text('app_id', 32),
        c.text('open_id', 64),
        c.text('union_id', 64, NULLABLE),
        c.instant('created_at'),
      ],
      [
        unique('uq_wechat_identity_openid', 'app_id', 'open_id'),
        index('ix_wechat_identity_account', 'account_id'),
      ],
      [references('fk_wechat_identity_account', 'account_id', 'account', 'CASCADE')],
    );
    await createTable(
      runner,
      'session',
      [
        c.key('token_hash', 64),
        c.text('kind', 16),
        c.ref('subject_id'),
        c.instant('created_at'),
        c.instant('expires_at'),
      ],
      [index('ix_session_subject', 'kind', 'subject_id'), index('ix_session_expires', 'expires_at')],
    );
    await createTable(
      runner,
      'staff',
      [
        c.id(),
        c.text('username', 64),
        c.text('password_hash', 255),
        c.text('role', 24),
        c.instant('created_at'),
      ],
      [unique('uq_staff_username', 'username')],
    );
    await createTable(
      runner,
      'subscription',
      [
        c.id(),
        c.ref('account_id'),
        c.ref('topic_id'),
        c.flag('active'),
        c.instant('created_at'),
        c.instant('ended_at', NULLABLE),
        c.text('end_reason', 24, NULLABLE),
      ],
      [
        unique('uq_subscription_account_topic', 'account_id', 'topic_id'),
        index('ix_subscription_topic_active', 'topic_id', 'active', 'account_id'),
      ],
      [
        references('fk_subscription_account', 'account_id', 'account', 'CASCADE'),
        references('fk_subscription_topic', 'topic_id', 'topic', 'RESTRICT'),
      ],
    );
  }

  private async createPush(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'outbox_event',
      [
        c.id(),
        c.text('type', 64),
        c.long('payload'),
        c.text('state', 16),
        c.int('attempts'),
        c.instant('due_at'),
        c.text('last_error', 500, NULLABLE),
        c.instant('created_at'),
      ],
      [index('ix_outbox_event_state_due', 'state', 'due_at', 'id')],
    );
    await createTable(
      runner,
      'campaign',
      [
        c.id(),
        c.ref('clause_version_id'),
        c.text('kind', 16),
        c.text('state', 16),
        c.ref('cursor'),
        c.instant('lease_until', NULLABLE),
        c.instant('created_at'),
      ],
      [
        unique('uq_campaign_version', 'clause_version_id'),
        index('ix_campaign_state_lease', 'state', 'lease_until'),
      ],
      [references('fk_campaign_version', 'clause_version_id', 'clause_version', 'CASCADE')],
    );
    await createTable(
      runner,
      'delivery',
      [
        c.id(),
        c.ref('campaign_id'),
        c.ref('account_id'),
        c.ref('clause_version_id'),
        c.long('topic_ids'),
        c.text('state', 16),
        c.instant('due_at'),
        c.int('attempts'),
        c.ref('claim_id', NULLABLE),
        c.text('wechat_message_id', 64, NULLABLE),
        c.int('error_code', NULLABLE),
        c.instant('created_at'),
        c.instant('sent_at', NULLABLE),
        c.instant('read_at', NULLABLE),
      ],
      [
        unique('uq_delivery_account_version', 'account_id', 'clause_version_id'),
        index('ix_delivery_state_due', 'state', 'due_at'),
        index('ix_delivery_inbox', 'account_id', 'created_at', 'id'),
        index('ix_delivery_campaign_state', 'campaign_id', 'state'),
      ],
      [
        references('fk_delivery_campaign', 'campaign_id', 'campaign', 'CASCADE'),
        references('fk_delivery_account', 'account_id', 'account', 'CASCADE'),
        references('fk_delivery_version', 'clause_version_id', 'clause_version', 'CASCADE'),
      ],
    );
  }

  private async createWeChat(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'consent',
      [c.key('account_id'), c.key('template_id', 128), c.int('remaining'), c.instant('updated_at')],
      [],
      [references('fk_consent_account', 'account_id', 'account', 'CASCADE')],
    );
    await createTable(runner, 'wechat_token', [
      c.key('app_id', 32),
      c.text('access_token', 1024, NULLABLE),
      c.instant('expires_at', NULLABLE),
      c.instant('locked_until', NULLABLE),
    ]);
    await createTable(
      runner,
      'wechat_event',
      [c.key('dedupe_key', 255), c.instant('received_at')],
      [index('ix_wechat_event_received', 'received_at')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'wechat_event',
      'wechat_token',
      'consent',
      'delivery',
      'campaign',
      'outbox_event',
      'subscription',
    ];
    for (const table of [...tables, 'staff', 'session', 'wechat_identity', 'account'])
      await runner.dropTable(table);
  }
}
