import { Injectable } from '@nestjs/common';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';
import type { PageQuery } from '../common/page.query.js';
import type { Page } from '../common/page.view.js';
import type { NamedCode } from '../common/named-code.view.js';
import { orNull, planUpsert } from '../common/plan-upsert.js';
import type { SaveReport } from '../common/save-report.js';
import { attachmentsOrNull } from '../attachments/attachment.record.js';
import type { AuditEvent } from '../audit/audit-event.js';
import { AuditService } from '../audit/audit.service.js';
import { ChangeFeedService } from '../change-feed/change-feed.service.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { PoliciesRepository } from './policies.repository.js';
import type { Policy } from './policy.entity.js';
import { PolicyNotFoundError } from './policy.errors.js';
import type { PolicyRecord } from './policy.record.js';
import type { PolicySummary, PolicyView } from './policy.view.js';
import { toPolicySummary } from './to-policy-summary.js';

/** Files with tables cannot say anything of attachments: what is there stays. */
const keepAttachments = (
  records: readonly PolicyRecord[],
  existing: ReadonlyMap<string, Policy>,
): PolicyRecord[] =>
  records.map((record) => {
    const kept = existing.get(record.code)?.attachments;
    return record.attachments === undefined && kept ? { ...record, attachments: kept } : record;
  });

/** The documents in which benefits are promised (政策). */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly policies: PoliciesRepository,
    private readonly clauses: ClausesService,
    private readonly departments: DepartmentsService,
    private readonly feed: ChangeFeedService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async list(query: PageQuery): Promise<Page<PolicySummary>> {
    const page = await this.policies.findPublicPage(query);
    const counts = await this.policies.countPublishedClauses(page.items.map((policy) => policy.id));
    return {
      ...page,
      items: page.items.map((policy) => toPolicySummary(policy, counts.get(policy.id) ?? 0)),
    };
  }

  countPublic(): Promise<number> {
    return this.policies.countPublic();
  }

  /** @throws PolicyNotFoundError also for drafts, which are nobody's business yet */
  async get(code: string): Promise<PolicyView> {
    const policy = await this.policies.findByCode(code);
    if (!policy || policy.status === 'draft') throw new PolicyNotFoundError();
    const clauses = await this.clauses.listOfPolicy(policy.id);
    const interpretations = (await this.policies.findInterpretations(policy.id)).map(
      ({ code: ownCode, title, publishedAt }) => ({
        code: ownCode,
        title,
        publishedAt: publishedAt?.toISOString() ?? null,
      }),
    );
    return {
      ...toPolicySummary(policy, clauses.length),
      body: policy.body,
      attachments: policy.attachments ?? [],
      clauses,
      interpretations,
    };
  }

  /** Whether there is a policy with this code, whatever its status. */
  async exists(code: string): Promise<boolean> {
    return (await this.policies.findByCodes([code])).has(code);
  }

  /** @throws PolicyNotFoundError also for drafts */
  async getPublicId(code: string): Promise<string> {
    const policy = (await this.policies.findByCodes([code])).get(code);
    if (!policy || policy.status === 'draft') throw new PolicyNotFoundError();
    return policy.id;
  }

  /** Codes and titles by id. */
  async named(ids: readonly string[]): Promise<Map<string, NamedCode>> {
    const policies = await this.policies.findByIds(ids);
    return new Map(policies.map(({ id, code, title }) => [id, { code, name: title }]));
  }

  /** Policies with body and number of published clauses, for the search index. */
  async findForIndex(ids: readonly string[]): Promise<{ policy: Policy; clauseCount: number }[]> {
    const policies = await this.policies.findByIdsWithBody(ids);
    const counts = await this.policies.countPublishedClauses(ids);
    return policies.map((policy) => ({ policy, clauseCount: counts.get(policy.id) ?? 0 }));
  }

  /** Pages through the ids of all policies but drafts, in id order. */
  publicIdsAfter(id: string, limit: number): Promise<string[]> {
    return this.policies.findPublicIdsAfter(id, limit);
  }

  /** Pages through codes and last changes of all policies but drafts, in id order. */
  addressesAfter(id: string, limit: number): Promise<Pick<Policy, 'id' | 'code' | 'updatedAt'>[]> {
    return this.policies.findAddressesAfter(id, limit);
  }

  /** The id of the public policy that has `offset` others before it, in id order; null beyond the last. */
  publicIdAt(offset: number): Promise<string | null> {
    return this.policies.findPublicIdAt(offset);
  }

  /** Creates or updates policies by code; the same records again change nothing. */
  save(records: readonly PolicyRecord[]): Promise<SaveReport> {
    return this.uow.run(async () => {
      const existing = await this.policies.findByCodes(records.map((record) => record.code));
      const { writes, counts } = planUpsert(keepAttachments(records, existing), existing);
      const now = this.clock.now();
      const departments = await this.departments.byAnyName();
      const faults = records.flatMap(({ department }, index) =>
        department && !departments.has(department)
          ? [{ index, path: 'department', message: '没有这个部门，请先导入部门，或检查部门编码、名称' }]
          : [],
      );
      const refused = new Set(faults.map(({ index }) => records[index]));
      const kept = writes.filter(({ record }) => !refused.has(record));
      const rows = kept.map(({ record, hash, existing: stored }): Policy => ({
        id: stored?.id ?? newId(),
        code: record.code,
        title: record.title,
        documentNumber: orNull(record.documentNumber),
        issuingBodies: record.issuingBodies ?? [],
        departmentId: departments.get(record.department ?? '')?.id ?? stored?.departmentId ?? null,
        level: record.level,
        region: record.region,
        status: record.status,
        issuedOn: orNull(record.issuedOn),
        effectiveFrom: orNull(record.effectiveFrom),
        effectiveTo: orNull(record.effectiveTo),
        sourceUrl: orNull(record.sourceUrl),
        summary: record.summary ?? '',
        body: orNull(record.body),
        attachments: attachmentsOrNull(record.attachments),
        contentHash: hash,
        createdAt: stored?.createdAt ?? now,
        updatedAt: now,
      }));
      await this.policies.save(rows);
      await this.audit.recordAll(
        rows.map((row): AuditEvent => ({
          action: 'policy.saved',
          subject: { kind: 'policy', id: row.code, name: row.title },
          versionHash: row.contentHash,
        })),
      );
      await this.feed.record(
        'policy',
        rows.map((row) => row.id),
      );
      return { counts, faults };
    });
  }
}
