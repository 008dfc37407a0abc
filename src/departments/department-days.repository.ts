import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentDay } from './department-day.entity.js';

/** Counts of a department. */
export type DepartmentCounts = Pick<DepartmentDay, 'views' | 'told'>;

@Injectable()
export class DepartmentDaysRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async addViews(departmentId: string, day: string, views: number): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO department_day (day, department_id, views, told) VALUES (?, ?, ?, 0) ${this.onConflict('views')}`,
      [day, departmentId, views],
    );
  }

  /** Adds to the department that the clause of a version belongs to. */
  async addTold(clauseVersionId: string, day: string, told: number): Promise<void> {
    await this.uow.manager.query(
      `INSERT INTO department_day (day, department_id, views, told)
       SELECT ?, clause.department_id, 0, ? FROM clause_version version
       JOIN clause ON clause.id = version.clause_id WHERE version.id = ? ${this.onConflict('told')}`,
      [day, told, clauseVersionId],
    );
  }

  /** Sums over days, ends included, by id of the department; those of which nothing is known are missing. */
  async sums(from: string, to: string): Promise<Map<string, DepartmentCounts>> {
    const rows = await this.uow
      .repository(DepartmentDay)
      .createQueryBuilder('day')
      .select('day.departmentId', 'id')
      .addSelect('SUM(day.views)', 'views')
      .addSelect('SUM(day.told)', 'told')
      .where('day.day BETWEEN :from AND :to', { from, to })
      .groupBy('day.departmentId')
      .getRawMany<{ id: string; views: number | string; told: number | string }>();
    return new Map(rows.map(({ id, views, told }) => [id, { views: Number(views), told: Number(told) }]));
  }

  private onConflict(count: 'views' | 'told'): string {
    return this.uow.addingOnConflict('department_day', ['day', 'department_id'], count);
  }
}
