import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { columnsFor, createTable, dialectOfRunner, index, NULLABLE, references } from './portable-table.js';

/** Other ways to people than the mini program: the official account's followers, and telephone numbers that were given. */
export class MoreChannels1764500000000 implements MigrationInterface {
  name = 'MoreChannels1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'contact',
      [
        c.key('account_id'),
        c.flag('official_account'),
        c.text('phone', 255, NULLABLE),
        c.instant('updated_at'),
      ],
      [],
      [references('fk_contact_account', 'account_id', 'account', 'CASCADE')],
    );
    await createTable(
      runner,
      'follower',
      [
        c.key('app_id', 32),
        c.key('open_id', 64),
        c.text('union_id', 64, NULLABLE),
        c.flag('follows'),
        c.instant('checked_at', NULLABLE),
      ],
      [index('ix_follower_union', 'union_id'), index('ix_follower_checked', 'checked_at')],
    );
    await runner.createIndex(
      'wechat_identity',
      new TableIndex(index('ix_wechat_identity_union', 'union_id')),
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('There is no way back: restore a backup made before the update'));
  }
}
