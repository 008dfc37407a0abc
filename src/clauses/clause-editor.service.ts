import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { ChangeFeedService } from '../change-feed/change-feed.service.js';
import { Clock } from '../common/clock.js';
import type { InputFault } from '../common/domain.error.js';
import { type RecordFault, SaveCounts, type SaveOptions, type SaveReport } from '../common/save-report.js';
import { chunksOf } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { TopicsService } from '../topics/topics.service.js';
import { auditOf } from './clause-audit.js';
import { CLAUSE_PUBLISHED, type ClausePublished } from './clause-events.js';
import {
  duplicateCodes,
  type ReferenceTables,
  type ResolvedClause,
  resolveReferences,
} from './clause-references.js';
import type { ClauseRecord } from './clause.record.js';
import { ClauseWritesRepository } from './clause-writes.repository.js';
import { ClausesRepository } from './clauses.repository.js';
import type { Clause } from './clause.entity.js';
import { ClauseNotFoundError, NothingToPublishError } from './clause.errors.js';
import { type ClausePlan, planClause, planPublication } from './plan-clause.js';

/** How many records are worked on before other work of the process gets its turn. */
const CHUNK = 250;

/** What is kept of a plan once it is written: a file may hold very many. */
type Outcome = Pick<ClausePlan, 'clause' | 'announce'>;

/** Everything that changes clauses; each call is one transaction, with the outbox rows of what it published. */
@Injectable()
export class ClauseEditorService {
  constructor(
    private readonly clauses: ClauseWritesRepository,
    private readonly reads: ClausesRepository,
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
    private readonly feed: ChangeFeedService,
    private readonly outbox: OutboxService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates or updates clauses by code and publishes those whose record says so; the same records again change
   * nothing. Records with faults are reported and left out: the caller decides whether the rest stays.
   */
  save(records: readonly ClauseRecord[], options: SaveOptions): Promise<SaveReport> {
    return this.uow.run(async () => {
      const faults = duplicateCodes(records);
      const repeated = new Set(faults.map((fault) => fault.index));
      const tables = await this.referencesOf(records);
      const resolved = records.flatMap((record, index) => {
        if (repeated.has(index)) return [];
        const resolution = resolveReferences(record, index, tables);
        if ('clause' in resolution) return [resolution.clause];
        faults.push(...resolution.faults);
        return [];
      });
      const counts = await this.saveResolved(resolved, options);
      return { counts, faults: faults.sort((a: RecordFault, b: RecordFault) => a.index - b.index) };
    });
  }

  /** What keeps a valid record from going public; nothing is written. */
  async check(record: ClauseRecord): Promise<InputFault[]> {
    const tables = await this.referencesOf([record]);
    const resolution = resolveReferences(record, 0, tables);
    if ('faults' in resolution) return resolution.faults.map(({ path, message }) => ({ path, message }));
    const isPublic = (tables.policies.get(record.policy) ?? []).some(({ status }) => status !== 'draft');
    return isPublic ? [] : [{ path: 'policy', message: '所属政策还没有发布，请先发布政策' }];
  }

  /** Publishes one valid record in the present transaction: the number of its version, or what is against it. */
  async publishRecord(
    record: ClauseRecord,
    options: SaveOptions,
  ): Promise<{ version: number } | { faults: InputFault[] }> {
    return this.uow.run(async () => {
      await this.clauses.lock(record.code, this.clock.now());
      const faults = await this.check(record);
      if (faults.length > 0) return { faults };
      await this.save([record], options);
      const { publishedVersionId } = await this.getClause(record.code);
      const version = await this.clauses.getVersion(publishedVersionId ?? '');
      return { version: version.number };
    });
  }

  /**
   * Publishes the latest version of a clause; after a withdrawal as a version of its own.
   * @throws ClauseNotFoundError, NothingToPublishError
   */
  publish(code: string, options: SaveOptions): Promise<void> {
    return this.uow.run(async () => {
      const now = this.clock.now();
      await this.clauses.lock(code, now);
      const clause = await this.getClause(code);
      if (clause.latestVersionId === null) throw new NothingToPublishError();
      const latest = await this.clauses.getVersion(clause.latestVersionId);
      const heads = await this.clauses.findVersionHeads(
        [clause.publishedVersionId].filter((id) => id !== null),
      );
      const published = heads.get(clause.publishedVersionId ?? '');
      const topicIds = await this.reads.findTopicIds(latest.id);
      const plan = planPublication(clause, latest, published, topicIds, now);
      if (!plan) throw new NothingToPublishError();
      await this.write([plan]);
      await this.audit.record({
        action: 'clause.published',
        subject: { kind: 'clause', id: code, name: latest.title },
        versionId: plan.clause.publishedVersionId,
        versionHash: latest.contentHash,
        detail: { ...options, progress: undefined },
      });
      await this.announce([plan], options);
      await this.recordChange([plan.clause]);
    });
  }

  /** All that the records may refer to. */
  async referencesOf(records: readonly Pick<ClauseRecord, 'policy'>[]): Promise<ReferenceTables> {
    const departments = await this.departments.byAnyName();
    const topics = await this.topics.byAnyName();
    const policies = await this.clauses.findPoliciesByAnyName([
      ...new Set(records.map((record) => record.policy)),
    ]);
    const policyIds = [...new Set([...policies.values()].flat().map((policy) => policy.id))];
    return { departments, topics, policies, ordinals: await this.clauses.findOrdinals(policyIds) };
  }

  private async getClause(code: string): Promise<Clause> {
    const clause = (await this.clauses.findByCodes([code])).get(code);
    if (!clause) throw new ClauseNotFoundError();
    return clause;
  }

  private async saveResolved(resolved: ResolvedClause[], options: SaveOptions): Promise<SaveCounts> {
    const counts = new SaveCounts();
    const written: Outcome[] = [];
    let done = 0;
    for (const chunk of chunksOf(resolved, CHUNK)) {
      const plans = await this.planChunk(chunk);
      await this.write(plans);
      await this.audit.recordAll(plans.flatMap(auditOf));
      counts.unchanged += chunk.length - plans.length;
      for (const plan of plans) counts[plan.outcome]++;
      written.push(...plans.map(({ clause, announce }) => ({ clause, announce })));
      done += chunk.length;
      options.progress?.(done);
      // The embedded database answers at once: without this, an import would keep everybody waiting to its end.
      await setImmediate();
    }
    await this.announce(written, options);
    await this.recordChange(written.map((plan) => plan.clause));
    return counts;
  }

  private async planChunk(chunk: ResolvedClause[]): Promise<ClausePlan[]> {
    const now = this.clock.now();
    const stored = await this.clauses.findByCodes(chunk.map(({ record }) => record.code));
    const ids = [...stored.values()].flatMap((clause) => [clause.latestVersionId, clause.publishedVersionId]);
    const heads = await this.clauses.findVersionHeads([...new Set(ids.filter((id) => id !== null))]);
    return chunk
      .map((wanted) => {
        const clause = stored.get(wanted.record.code);
        const latest = heads.get(clause?.latestVersionId ?? '');
        const published = heads.get(clause?.publishedVersionId ?? '');
        return planClause(wanted, clause, { latest, published }, now);
      })
      .filter((plan) => plan !== null);
  }

  private async write(plans: ClausePlan[]): Promise<void> {
    const now = this.clock.now();
    const idsOf = (pick: (plan: ClausePlan) => string | null): string[] =>
      plans.map(pick).filter((id) => id !== null);
    await this.clauses.deleteVersions(idsOf((plan) => plan.replaces));
    await this.clauses.saveClauses(plans.map((plan) => plan.clause));
    await this.clauses.insertVersions(
      plans.map((plan) => plan.version).filter((version) => version !== null),
      plans.flatMap((plan) => plan.tags),
    );
    await this.clauses.markSuperseded(
      idsOf((plan) => plan.supersedes),
      now,
    );
    await this.clauses.markPublished(
      idsOf((plan) => plan.releases),
      now,
    );
  }

  private async announce(plans: Outcome[], { silent, urgent = false }: SaveOptions): Promise<void> {
    const events = plans.flatMap(({ clause, announce }): ClausePublished[] =>
      announce && clause.publishedVersionId
        ? [{ clauseId: clause.id, clauseVersionId: clause.publishedVersionId, kind: announce, urgent }]
        : [],
    );
    if (events.length > 0 && !silent) await this.outbox.add(CLAUSE_PUBLISHED, events);
  }

  /** The policies too: they show how many clauses they have. */
  private async recordChange(clauses: readonly Clause[]): Promise<void> {
    await this.feed.record('policy', [...new Set(clauses.map((clause) => clause.policyId))]);
    await this.feed.record(
      'clause',
      clauses.map((clause) => clause.id),
    );
  }
}
