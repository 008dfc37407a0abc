import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsFor, createTable, dialectOfRunner, index, references, unique } from './portable-table.js';

/** Second factor, invitations, WeChat of staff, and where sessions are used. */
export class StaffSecurity1764710000000 implements MigrationInterface {
  name = 'StaffSecurity1764710000000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    // In plain SQL: on SQLite, TypeORM would copy the whole table.
    for (const [table, column] of [
      ['staff', 'disabled_at datetime(3) NULL'],
      ['staff', 'second_factor_at datetime(3) NULL'],
      ['session', "method varchar(16) NOT NULL DEFAULT ''"],
      ['session', "address varchar(64) NOT NULL DEFAULT ''"],
      ['session', "agent varchar(200) NOT NULL DEFAULT ''"],
      ['session', 'seen_at datetime(3) NULL'],
    ] as const) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column}`);
    }
    const ofStaff = (name: string) => references(`fk_${name}_staff`, 'staff_id', 'staff', 'CASCADE');
    await createTable(
      runner,
      'staff_second_factor',
      [c.key('staff_id'), c.text('secret', 255), c.big('last_step'), c.instant('created_at')],
      [],
      [ofStaff('staff_second_factor')],
    );
    await createTable(
      runner,
      'staff_recovery_code',
      [c.key('code_hash', 64), c.ref('staff_id')],
      [index('ix_staff_recovery_code_staff', 'staff_id')],
      [ofStaff('staff_recovery_code')],
    );
    await createTable(
      runner,
      'staff_invitation',
      [c.key('token_hash', 64), c.ref('staff_id'), c.instant('expires_at')],
      [index('ix_staff_invitation_staff', 'staff_id'), index('ix_staff_invitation_expires', 'expires_at')],
      [ofStaff('staff_invitation')],
    );
    await createTable(
      runner,
      'staff_wechat',
      [c.key('staff_id'), c.ref('account_id'), c.instant('bound_at')],
      [unique('uq_staff_wechat_account', 'account_id')],
      [ofStaff('staff_wechat'), references('fk_staff_wechat_account', 'account_id', 'account', 'CASCADE')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['staff_wechat', 'staff_invitation', 'staff_recovery_code', 'staff_second_factor'])
      await runner.dropTable(table);
    for (const column of ['seen_at', 'agent', 'address', 'method'])
      await runner.query(`ALTER TABLE session DROP COLUMN ${column}`);
    for (const column of ['second_factor_at', 'disabled_at'])
      await runner.query(`ALTER TABLE staff DROP COLUMN ${column}`);
  }
}
