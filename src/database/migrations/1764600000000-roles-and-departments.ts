import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnsFor, createTable, dialectOfRunner, index, NULLABLE, references } from './portable-table.js';

/** People hold roles in departments, and can stand in for each other; until now each had one role for everything. */
export class RolesAndDepartments1764600000000 implements MigrationInterface {
  name = 'RolesAndDepartments1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'staff_assignment',
      [
        c.id(),
        c.ref('staff_id'),
        c.text('role', 24),
        c.ref('department_id', NULLABLE),
        c.instant('created_at'),
      ],
      [
        index('ix_staff_assignment_staff', 'staff_id'),
        index('ix_staff_assignment_department', 'department_id', 'role'),
        index('ix_staff_assignment_role', 'role'),
      ],
      [
        references('fk_staff_assignment_staff', 'staff_id', 'staff', 'CASCADE'),
        references('fk_staff_assignment_department', 'department_id', 'department', 'RESTRICT'),
      ],
    );
    await createTable(
      runner,
      'delegation',
      [
        c.id(),
        c.ref('from_id'),
        c.ref('to_id'),
        c.date('first_day'),
        c.date('last_day'),
        c.instant('created_at'),
        c.instant('ended_at', NULLABLE),
      ],
      [index('ix_delegation_to', 'to_id', 'last_day'), index('ix_delegation_from', 'from_id', 'last_day')],
      [
        references('fk_delegation_from', 'from_id', 'staff', 'CASCADE'),
        references('fk_delegation_to', 'to_id', 'staff', 'CASCADE'),
      ],
    );
    // The id of the only assignment is free to be that of its person.
    await runner.query(
      'INSERT INTO staff_assignment (id, staff_id, role, created_at) SELECT id, id, role, created_at FROM staff',
    );
    // In plain SQL: on SQLite, TypeORM would copy the whole table.
    await runner.query("ALTER TABLE staff ADD COLUMN display_name varchar(40) NOT NULL DEFAULT ''");
    await runner.query('ALTER TABLE staff DROP COLUMN role');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('There is no way back: restore a backup made before the update'));
  }
}
