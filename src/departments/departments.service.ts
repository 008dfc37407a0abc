import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { NamedCode } from '../common/named-code.view.js';
import { orNull, planUpsert } from '../common/plan-upsert.js';
import type { SaveReport } from '../common/save-report.js';
import type { AuditEvent } from '../audit/audit-event.js';
import { AuditService } from '../audit/audit.service.js';
import { ChangeFeedService } from '../change-feed/change-feed.service.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentNotFoundError } from './department.errors.js';
import type { Department } from './department.entity.js';
import type { DepartmentRecord } from './department.record.js';
import type { DepartmentView } from './department.view.js';
import { DepartmentsRepository } from './departments.repository.js';
import { toDepartmentView } from './to-department-view.js';

/** The departments that answer for clauses (部门). */
@Injectable()
export class DepartmentsService {
  constructor(
    private readonly departments: DepartmentsRepository,
    private readonly feed: ChangeFeedService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<DepartmentView[]> {
    const [all, counts] = await Promise.all([
      this.departments.findAll(),
      this.departments.countPublishedClauses(),
    ]);
    return all.map((department) => toDepartmentView(department, counts.get(department.id) ?? 0));
  }

  /** @throws DepartmentNotFoundError */
  async get(code: string): Promise<DepartmentView> {
    const department = await this.getRow(code);
    const counts = await this.departments.countPublishedClauses();
    return toDepartmentView(department, counts.get(department.id) ?? 0);
  }

  /** @throws DepartmentNotFoundError */
  async getRow(code: string): Promise<Department> {
    const department = (await this.departments.findByCodes([code])).get(code);
    if (!department) throw new DepartmentNotFoundError();
    return department;
  }

  /** Every department, keyed by all that a file may call it: code, name and short name. */
  async byAnyName(): Promise<Map<string, Department>> {
    const all = await this.departments.findAll();
    return new Map(
      all.flatMap((row) => [row.name, row.shortName, row.code].map((key) => [key, row] as const)),
    );
  }

  /** Codes and short names by id. */
  async named(ids: readonly string[]): Promise<Map<string, NamedCode>> {
    const departments = await this.departments.findByIds(ids);
    return new Map(departments.map(({ id, code, shortName }) => [id, { code, name: shortName }]));
  }

  count(): Promise<number> {
    return this.departments.count();
  }

  /** Creates or updates departments by code; the same records again change nothing. */
  save(records: readonly DepartmentRecord[]): Promise<SaveReport> {
    return this.uow.run(async () => {
      const existing = await this.departments.findByCodes(records.map((record) => record.code));
      const { writes, counts } = planUpsert(records, existing);
      const now = this.clock.now();
      const rows = writes.map(({ record, hash, existing: stored }) => ({
        id: stored?.id ?? newId(),
        code: record.code,
        name: record.name,
        shortName: record.shortName || record.name.slice(0, 60),
        region: record.region,
        phones: record.phones ?? [],
        address: orNull(record.address),
        contentHash: hash,
        createdAt: stored?.createdAt ?? now,
        updatedAt: now,
      }));
      await this.departments.save(rows);
      await this.audit.recordAll(
        rows.map((row): AuditEvent => ({
          action: 'department.saved',
          subject: { kind: 'department', id: row.code, name: row.name },
          versionHash: row.contentHash,
        })),
      );
      await this.feed.record(
        'department',
        rows.map((row) => row.id),
      );
      return { counts, faults: [] };
    });
  }
}
