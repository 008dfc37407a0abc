import { Injectable } from '@nestjs/common';
import { ScopeResolvers } from '../accounts/scope-resolvers.js';
import { Clock } from '../common/clock.js';
import type { InputFault } from '../common/domain.error.js';
import { newId } from '../database/new-id.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { areaView } from '../common/areas.js';
import { orNull } from '../common/plan-upsert.js';
import { PoliciesRepository } from './policies.repository.js';
import { PoliciesService } from './policies.service.js';
import type { Policy } from './policy.entity.js';
import type { PolicyRecord } from './policy.record.js';
import type { PolicyView } from './policy.view.js';

/** A policy that nobody reads yet. */
export interface NewPolicy {
  code: string;
  title: string;
  /** Null: the whole city answers for it. */
  departmentId: string | null;
  /** Area code. */
  region: string;
}

const blankPolicy = (now: Date): Omit<Policy, keyof NewPolicy> => ({
  id: newId(),
  documentNumber: null,
  issuingBodies: [],
  level: 'city',
  status: 'draft',
  issuedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
  sourceUrl: null,
  summary: '',
  body: null,
  attachments: null,
  contentHash: '',
  createdAt: now,
  updatedAt: now,
});

/** Policies from their registration to their publication; the writing methods join the transaction of their caller. */
@Injectable()
export class PolicyRegisterService {
  constructor(
    private readonly repository: PoliciesRepository,
    private readonly policies: PoliciesService,
    private readonly departments: DepartmentsService,
    private readonly clock: Clock,
    scopes: ScopeResolvers,
  ) {
    scopes.register('policy', async (code) => (await this.repository.findByCode(code))?.departmentId);
  }

  /** A policy of any status. */
  find(code: string): Promise<Policy | null> {
    return this.repository.findByCode(code);
  }

  async findById(id: string): Promise<Policy | null> {
    return (await this.repository.findByIds([id]))[0] ?? null;
  }

  /** Policies by code, with their bodies. */
  findMany(codes: readonly string[]): Promise<Policy[]> {
    return this.repository.findByCodesWithBody(codes);
  }

  /** Begins a policy that nobody reads yet, in the region of its department. */
  async register(code: string, title: string, department: string): Promise<void> {
    const { id: departmentId, region } = await this.departments.getRow(department);
    await this.registerAll([{ code, title, departmentId, region }]);
  }

  /** Begins policies that nobody reads yet. @returns ids by code */
  async registerAll(policies: readonly NewPolicy[]): Promise<Map<string, string>> {
    const now = this.clock.now();
    const rows = policies.map((policy): Policy => ({ ...blankPolicy(now), ...policy }));
    await this.repository.insertAll(rows);
    return new Map(rows.map(({ code, id }) => [code, id]));
  }

  touch(id: string, title: string, at: Date): Promise<void> {
    return this.repository.touchDraft(id, title, at);
  }

  /** Makes a valid record what the public reads; answers what keeps it from that. */
  async publish(record: PolicyRecord): Promise<InputFault[]> {
    const { faults } = await this.policies.save([record]);
    return faults.map(({ path, message }) => ({ path, message }));
  }

  remove(id: string): Promise<void> {
    return this.repository.delete(id);
  }

  /** A record as the public would read it, without clauses. */
  preview(record: PolicyRecord): PolicyView {
    return {
      code: record.code,
      title: record.title,
      documentNumber: orNull(record.documentNumber),
      issuingBodies: record.issuingBodies ?? [],
      level: record.level,
      region: areaView(record.region),
      status: record.status,
      issuedOn: orNull(record.issuedOn),
      effectiveFrom: orNull(record.effectiveFrom),
      effectiveTo: orNull(record.effectiveTo),
      sourceUrl: orNull(record.sourceUrl),
      summary: record.summary ?? '',
      clauseCount: 0,
      body: orNull(record.body),
      attachments: record.attachments ?? [],
      clauses: [],
      interpretations: [],
    };
  }
}
