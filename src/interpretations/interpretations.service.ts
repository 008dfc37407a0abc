import { Injectable } from '@nestjs/common';
import { ScopeResolvers } from '../accounts/scope-resolvers.js';
import { Clock } from '../common/clock.js';
import type { InputFault } from '../common/domain.error.js';
import { orNull } from '../common/plan-upsert.js';
import { newId } from '../database/new-id.js';
import type { Policy } from '../policies/policy.entity.js';
import { PolicyRegisterService } from '../policies/policy-register.service.js';
import type { Interpretation } from './interpretation.entity.js';
import { InterpretationNotFoundError } from './interpretation.errors.js';
import type { InterpretationRecord } from './interpretation.record.js';
import type { InterpretationView } from './interpretation.view.js';
import { InterpretationsRepository } from './interpretations.repository.js';

type Text = Pick<Interpretation, 'code' | 'title' | 'body' | 'sourceUrl' | 'publishedAt'>;

const toView = (text: Text, policy: Policy): InterpretationView => ({
  code: text.code,
  title: text.title,
  publishedAt: text.publishedAt?.toISOString() ?? null,
  body: text.body,
  sourceUrl: text.sourceUrl,
  policy: { code: policy.code, title: policy.title, documentNumber: policy.documentNumber },
});

/** Texts that explain a policy (解读). The writing methods join the transaction of their caller. */
@Injectable()
export class InterpretationsService {
  constructor(
    private readonly interpretations: InterpretationsRepository,
    private readonly policies: PolicyRegisterService,
    private readonly clock: Clock,
    scopes: ScopeResolvers,
  ) {
    scopes.register(
      'interpretation',
      async (code) => (await this.interpretations.findByCode(code))?.departmentId,
    );
  }

  /** @throws InterpretationNotFoundError also before it, or its policy, is published */
  async get(code: string): Promise<InterpretationView> {
    const found = await this.find(code);
    if (found?.interpretation.status !== 'published' || found.policy.status === 'draft')
      throw new InterpretationNotFoundError();
    return toView(found.interpretation, found.policy);
  }

  async find(code: string): Promise<{ interpretation: Interpretation; policy: Policy } | null> {
    const interpretation = await this.interpretations.findByCode(code);
    const policy = interpretation ? await this.policies.findById(interpretation.policyId) : null;
    return interpretation && policy ? { interpretation, policy } : null;
  }

  /** The policy that a draft means. */
  policyNamed(code: string): Promise<Policy | null> {
    return this.policies.find(code);
  }

  /** What is wrong with the references of a record. */
  async check({ policy }: InterpretationRecord): Promise<InputFault[]> {
    const found = await this.policies.find(policy);
    if (!found) return [{ path: 'policy', message: '没有这份政策，请检查政策编码' }];
    if (found.status === 'draft') return [{ path: 'policy', message: '所属政策还没有发布，请先发布政策' }];
    return [];
  }

  /** Begins an interpretation that nobody reads yet. */
  async register(code: string, title: string, policy: Policy): Promise<void> {
    const now = this.clock.now();
    await this.interpretations.insert({
      id: newId(),
      code,
      policyId: policy.id,
      departmentId: policy.departmentId,
      status: 'draft',
      title: title.slice(0, 200),
      body: '',
      sourceUrl: null,
      publishedAt: null,
      createdAt: now,
      updatedAt: now,
    });
  }

  /** A published one keeps its title until the next is approved. */
  touch(id: string, _title: string, at: Date): Promise<void> {
    return this.interpretations.update(id, { updatedAt: at });
  }

  /** Makes a checked record what the public reads. */
  async publish(record: InterpretationRecord): Promise<void> {
    const found = await this.interpretations.findByCode(record.code);
    const policy = await this.policies.find(record.policy);
    if (!found || !policy) throw new InterpretationNotFoundError();
    const now = this.clock.now();
    await this.interpretations.update(found.id, {
      policyId: policy.id,
      departmentId: policy.departmentId,
      status: 'published',
      title: record.title,
      body: record.body,
      sourceUrl: orNull(record.sourceUrl),
      publishedAt: now,
      updatedAt: now,
    });
  }

  remove(id: string): Promise<void> {
    return this.interpretations.delete(id);
  }

  /** @throws InterpretationNotFoundError where there is no such policy */
  async preview(record: InterpretationRecord): Promise<InterpretationView> {
    const policy = await this.policies.find(record.policy);
    if (!policy) throw new InterpretationNotFoundError();
    return toView({ ...record, sourceUrl: orNull(record.sourceUrl), publishedAt: null }, policy);
  }
}
