import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DepartmentDaysService } from '../departments/department-days.service.js';
import { DepartmentsService } from '../departments/departments.service.js';
import type { StaffMember } from '../staff/staff-member.js';
import { heldIn } from '../staff/staff-scope.js';
import { StatisticsRepository } from './statistics.repository.js';
import type { DepartmentStatistics, StatisticsQuery } from './statistics.view.js';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;

/** Figures of departments (部门统计). */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly figures: StatisticsRepository,
    private readonly departments: DepartmentsService,
    private readonly days: DepartmentDaysService,
    private readonly clock: Clock,
  ) {}

  /** Of the person's departments, in a period of days; the last thirty where none is named. */
  async list(member: StaffMember, query: StatisticsQuery): Promise<DepartmentStatistics[]> {
    const to = query.to ?? this.clock.today();
    const from = query.from ?? this.clock.todayPlus(1 - DEFAULT_DAYS);
    const begin = new Date(`${from}T00:00:00+08:00`);
    const end = new Date(new Date(`${to}T00:00:00+08:00`).getTime() + DAY_MS);
    const published = await this.figures.published();
    const drafts = await this.figures.drafts(false);
    const inReview = await this.figures.drafts(true);
    const publishedInPeriod = await this.figures.publishedBetween(begin, end);
    const counts = await this.days.sums(from, to);
    const { all: decided, inTime } = await this.figures.decided(begin, end);
    const places = heldIn(member, 'statistics.read');
    const rows = [
      ...new Map([...(await this.departments.byAnyName()).values()].map((row) => [row.id, row])).values(),
    ];
    return rows
      .filter(({ id }) => places === 'all' || places.includes(id))
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ id, code, shortName }) => ({
        department: { code, name: shortName },
        published: published.get(id) ?? 0,
        drafts: drafts.get(id) ?? 0,
        inReview: inReview.get(id) ?? 0,
        publishedInPeriod: publishedInPeriod.get(id) ?? 0,
        views: counts.get(id)?.views ?? 0,
        told: counts.get(id)?.told ?? 0,
        onTimeRate: decided.has(id) ? (inTime.get(id) ?? 0) / (decided.get(id) ?? 1) : null,
      }));
  }
}
