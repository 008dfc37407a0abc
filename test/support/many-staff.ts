import type { INestApplication } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../src/database/new-id.js';
import { Department } from '../../src/departments/department.entity.js';
import type { StaffRole } from '../../src/staff/role.terms.js';
import { StaffAssignment } from '../../src/staff/staff-assignment.entity.js';
import { Staff } from '../../src/staff/staff.entity.js';
import { openSession } from './staff.js';

/** A person with a session. */
export interface ManyStaffMember {
  id: string;
  name: string;
  role: StaffRole;
  /** Code; null: the whole city. */
  department: string | null;
  token: string;
}

/** Makes people without passwords, which take long to hash, and opens a session for each. */
export async function makeStaff(
  app: INestApplication,
  wanted: readonly Pick<ManyStaffMember, 'name' | 'role' | 'department'>[],
): Promise<ManyStaffMember[]> {
  const source = app.get(DataSource);
  const departments = await source.getRepository(Department).find();
  const idOf = new Map(departments.map(({ id, code }) => [code, id]));
  const createdAt = new Date();
  const people = wanted.map((person) => ({ id: newId(), ...person }));
  await source.getRepository(Staff).insert(
    people.map(({ id, name }) => ({
      ...{ id, username: name, passwordHash: '', displayName: name },
      ...{ disabledAt: null, secondFactorAt: null, createdAt },
    })),
  );
  await source.getRepository(StaffAssignment).insert(
    people.map(({ id, role, department }) => ({
      ...{ id: newId(), staffId: id, role, createdAt },
      departmentId: department === null ? null : (idOf.get(department) ?? ''),
    })),
  );
  const members: ManyStaffMember[] = [];
  for (const person of people) {
    members.push({ ...person, token: await openSession(app, 'staff', person.id) });
  }
  return members;
}
