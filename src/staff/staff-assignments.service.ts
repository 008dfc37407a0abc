import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { InvalidInputError } from '../common/common.errors.js';
import { Clock } from '../common/clock.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { DEPARTMENT_ROLES, type StaffRole } from './role.terms.js';
import { STAFF_ROLE_LABELS } from './role.labels.js';
import { StaffAssignmentsRepository } from './staff-assignments.repository.js';
import { UnknownStaffError } from './staff.errors.js';
import { StaffRepository } from './staff.repository.js';

/** A role to be held, in the department with this code or in the whole city. */
export interface WantedAssignment {
  role: StaffRole;
  department?: string | null;
}

/** Who holds which role where (岗位). */
@Injectable()
export class StaffAssignmentsService {
  constructor(
    private readonly assignments: StaffAssignmentsRepository,
    private readonly staff: StaffRepository,
    private readonly departments: DepartmentsService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a person these roles in place of all others.
   * @throws UnknownStaffError, InvalidInputError where a department is missing, unknown or needless
   */
  replace(staffId: string, wanted: readonly WantedAssignment[]): Promise<void> {
    return this.uow.run(async () => {
      const person = await this.staff.findById(staffId);
      if (!person) throw new UnknownStaffError();
      const departmentIds = await this.resolve(wanted);
      const now = this.clock.now();
      const seen = new Set<string>();
      const rows = wanted.flatMap(({ role }, index) => {
        const departmentId = departmentIds[index] ?? null;
        const key = `${role}/${departmentId ?? ''}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ id: newId(), staffId, role, departmentId, createdAt: now }];
      });
      await this.assignments.replace(staffId, rows);
      await this.audit.record({
        action: 'staff.assigned',
        subject: { kind: 'staff', id: staffId, name: person.username },
        detail: { assignments: wanted.map(({ role, department }) => ({ role, department })) },
      });
    });
  }

  /** Department ids by position. */
  private async resolve(wanted: readonly WantedAssignment[]): Promise<(string | null)[]> {
    const known = wanted.some(({ department }) => department)
      ? await this.departments.byAnyName()
      : new Map();
    const faults: { path: string; message: string }[] = [];
    const ids = wanted.map(({ role, department }, index) => {
      const path = `assignments.${index}.department`;
      const label = STAFF_ROLE_LABELS[role];
      const needed = DEPARTMENT_ROLES.includes(role);
      if (!department) {
        if (needed) faults.push({ path, message: `请为${label}选择部门` });
        return null;
      }
      if (!needed && label) faults.push({ path, message: `${label}面向全市，不需要选择部门` });
      const found = known.get(department) as { id: string } | undefined;
      if (!found) faults.push({ path, message: '没有这个部门，请检查部门编码' });
      return found?.id ?? null;
    });
    if (faults.length > 0) throw new InvalidInputError(faults);
    return ids;
  }
}
