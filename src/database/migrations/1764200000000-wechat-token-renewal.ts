import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TableColumn } from 'typeorm';
import { columnsFor, dialectOfRunner, NULLABLE } from './portable-table.js';

/** When a shared access token should be renewed, which is earlier than when it stops working. */
export class WeChatTokenRenewal1764200000000 implements MigrationInterface {
  name = 'WeChatTokenRenewal1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await runner.addColumn('wechat_token', new TableColumn(c.instant('renew_at', NULLABLE)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('wechat_token', 'renew_at');
  }
}
