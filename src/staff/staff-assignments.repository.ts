import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { StaffRole } from './role.terms.js';
import { StaffAssignment } from './staff-assignment.entity.js';

@Injectable()
export class StaffAssignmentsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findOf(staffIds: readonly string[]): Promise<StaffAssignment[]> {
    return loadInChunks(staffIds, (chunk) =>
      this.uow.repository(StaffAssignment).find({ where: { staffId: In(chunk) }, order: { id: 'ASC' } }),
    );
  }

  /** Who holds any of the roles in a department or in the whole city. */
  async findHolders(roles: readonly StaffRole[], departmentId: string | null): Promise<string[]> {
    const rows = await this.uow
      .repository(StaffAssignment)
      .createQueryBuilder('assignment')
      .select('assignment.staffId', 'staffId')
      .distinct(true)
      .where('assignment.role IN (:...roles)', { roles })
      .andWhere('(assignment.departmentId IS NULL OR assignment.departmentId = :departmentId)', {
        departmentId: departmentId ?? '',
      })
      .getRawMany<{ staffId: string }>();
    return rows.map(({ staffId }) => staffId);
  }

  /** Who holds any of the roles, wherever. */
  async findHoldersAnywhere(roles: readonly StaffRole[]): Promise<string[]> {
    const rows = await this.uow.repository(StaffAssignment).findBy({ role: In([...roles]) });
    return [...new Set(rows.map(({ staffId }) => staffId))];
  }

  /** Puts these in place of all that the person held. */
  async replace(staffId: string, rows: StaffAssignment[]): Promise<void> {
    await this.uow.repository(StaffAssignment).delete({ staffId });
    if (rows.length > 0) await this.uow.repository(StaffAssignment).insert(rows);
  }
}
