import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { type DepartmentCounts, DepartmentDaysRepository } from './department-days.repository.js';

/** Counts by department and day (部门日计数); the adding methods join the transaction of their caller. */
@Injectable()
export class DepartmentDaysService {
  constructor(
    private readonly days: DepartmentDaysRepository,
    private readonly clock: Clock,
  ) {}

  /** Clauses of a department were opened today. */
  async addViews(departmentId: string, views: number): Promise<void> {
    await this.days.addViews(departmentId, this.clock.today(), views);
  }

  /** Deliveries about a version of a clause were made today. */
  async addTold(clauseVersionId: string, told: number): Promise<void> {
    if (told > 0) await this.days.addTold(clauseVersionId, this.clock.today(), told);
  }

  /** Sums over days (YYYY-MM-DD, ends included) by id of the department. */
  sums(from: string, to: string): Promise<Map<string, DepartmentCounts>> {
    return this.days.sums(from, to);
  }
}
