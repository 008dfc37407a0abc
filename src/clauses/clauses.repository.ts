import { Injectable } from '@nestjs/common';
import {
  Between,
  In,
  IsNull,
  LessThanOrEqual,
  MoreThanOrEqual,
  MoreThan,
  type FindOptionsWhere,
} from 'typeorm';
import { loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Department } from '../departments/department.entity.js';
import { Policy } from '../policies/policy.entity.js';
import { Topic } from '../topics/topic.entity.js';
import { ClauseVersionTopic } from './clause-version-topic.entity.js';
import { ClauseVersion } from './clause-version.entity.js';
import { blankVersion } from './blank-version.js';
import type { ClauseRow } from './clause-row.js';
import { Clause } from './clause.entity.js';
import type { ClauseStatus } from './clause.terms.js';

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

const distinct = (clauses: readonly Clause[], property: 'departmentId' | 'policyId'): string[] => [
  ...new Set(clauses.map((clause) => clause[property])),
];

@Injectable()
export class ClausesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findByCode(code: string): Promise<Clause | null> {
    return this.uow.repository(Clause).findOneBy({ code });
  }

  findPublishedByCodes(codes: readonly string[]): Promise<Clause[]> {
    return this.findClauses(codes, (chunk) => ({ code: In(chunk), status: 'published' }));
  }

  findByIds(ids: readonly string[]): Promise<Clause[]> {
    return this.findClauses(ids, (chunk) => ({ id: In(chunk) }));
  }

  findVersion(clauseId: string, number: number): Promise<ClauseVersion | null> {
    return this.uow.repository(ClauseVersion).findOneBy({ clauseId, number });
  }

  /** The version that was public at an instant. */
  findVersionAt(clauseId: string, instant: Date): Promise<Pick<ClauseVersion, 'id' | 'number'> | null> {
    return this.uow.repository(ClauseVersion).findOne({
      select: { id: true, number: true },
      where: [
        { clauseId, publishedAt: LessThanOrEqual(instant), supersededAt: IsNull() },
        { clauseId, publishedAt: LessThanOrEqual(instant), supersededAt: MoreThan(instant) },
      ],
      order: { number: 'DESC' },
    });
  }

  findNewest(limit: number): Promise<Clause[]> {
    return this.uow.repository(Clause).find({
      where: { status: 'published' },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  /** Published clauses of a department or a topic, newest first. */
  async findNewestOf(owner: 'department' | 'topic', ownerId: string, limit: number): Promise<Clause[]> {
    const query = this.uow
      .repository(Clause)
      .createQueryBuilder('clause')
      .where('clause.status = :status', { status: 'published' });
    if (owner === 'department') query.andWhere('clause.departmentId = :ownerId', { ownerId });
    else {
      // By way of the version's key: `publishedVersionId` has no index, and a topic is small beside the catalogue.
      query
        .innerJoin(ClauseVersion, 'version', 'version.clauseId = clause.id')
        .innerJoin(ClauseVersionTopic, 'tag', 'tag.clauseVersionId = version.id')
        .andWhere('tag.topicId = :ownerId', { ownerId })
        .andWhere('clause.publishedVersionId = version.id');
    }
    return query.orderBy('clause.publishedAt', 'DESC').addOrderBy('clause.id', 'DESC').limit(limit).getMany();
  }

  /** What an address of a published clause is made of, in id order. */
  findAddressesAfter(id: string, limit: number): Promise<Pick<Clause, 'id' | 'code' | 'publishedAt'>[]> {
    return this.uow.repository(Clause).find({
      select: { id: true, code: true, publishedAt: true },
      where: { status: 'published', id: MoreThan(id) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** The id that stands behind `offset` others among those of published clauses; null where there are not that many. */
  async findPublishedIdAt(offset: number): Promise<string | null> {
    const [row] = await this.uow.repository(Clause).find({
      select: { id: true },
      where: { status: 'published' },
      order: { id: 'ASC' },
      skip: offset,
      take: 1,
    });
    return row?.id ?? null;
  }

  /** Published clauses whose application period ends between two dates, the nearest first. */
  findClosing(from: string, to: string, limit: number): Promise<Clause[]> {
    return this.uow.repository(Clause).find({
      where: { status: 'published', applyTo: Between(from, to) },
      order: { applyTo: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  findPublishedOfPolicy(policyId: string): Promise<Clause[]> {
    return this.uow
      .repository(Clause)
      .find({ where: { policyId, status: 'published' }, order: { ordinal: 'ASC' } });
  }

  countByStatus(status: ClauseStatus): Promise<number> {
    return this.uow.repository(Clause).countBy({ status });
  }

  /** Ids of all clauses of departments, policies or topics, for re-indexing. */
  async findIdsBelongingTo(
    owner: 'department' | 'policy' | 'topic',
    ownerIds: readonly string[],
  ): Promise<string[]> {
    const query = this.uow.repository(Clause).createQueryBuilder('clause').select('clause.id', 'id');
    if (owner === 'topic') {
      query
        .innerJoin(ClauseVersionTopic, 'tag', 'tag.clauseVersionId = clause.publishedVersionId')
        .where('tag.topicId IN (:...ownerIds)', { ownerIds });
    } else {
      query.where(`clause.${owner}Id IN (:...ownerIds)`, { ownerIds });
    }
    return (await query.getRawMany<{ id: string }>()).map((row) => row.id);
  }

  /** Pages through the ids of all published clauses, in id order. */
  async findPublishedIdsAfter(id: string, limit: number): Promise<string[]> {
    const rows = await this.uow
      .repository(Clause)
      .createQueryBuilder('clause')
      .select('clause.id', 'id')
      .where('clause.status = :status AND clause.id > :id', { status: 'published', id })
      .orderBy('clause.id')
      .limit(limit)
      .getRawMany<{ id: string }>();
    return rows.map((row) => row.id);
  }

  async findTopicIds(clauseVersionId: string): Promise<string[]> {
    const tags = await this.uow
      .repository(ClauseVersionTopic)
      .find({ where: { clauseVersionId }, order: { topicId: 'ASC' } });
    return tags.map((tag) => tag.topicId);
  }

  /** Ids of versions that went public since an instant, the newest first. */
  async findVersionsPublishedSince(instant: Date, limit: number): Promise<string[]> {
    const rows = await this.uow.repository(ClauseVersion).find({
      select: { id: true },
      where: { publishedAt: MoreThanOrEqual(instant) },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** Versions with the clauses they belong to; several may belong to one clause. */
  async findRowsOfVersions(versionIds: readonly string[]): Promise<ClauseRow[]> {
    const versions = await this.loadVersions(versionIds);
    const clauses = byId(await this.findByIds([...new Set(versions.map(({ clauseId }) => clauseId))]));
    return this.join(versions, clauses);
  }

  /** Adds what lists show, in a fixed number of queries; clauses without the wanted version are left out. */
  async complete(clauses: readonly Clause[], pick: (clause: Clause) => string | null): Promise<ClauseRow[]> {
    const versions = byId(await this.loadVersions(clauses.map(pick).filter((id) => id !== null)));
    const wanted = clauses.map((clause) => versions.get(pick(clause) ?? ''));
    return this.join(
      wanted.filter((version) => version !== undefined),
      byId([...clauses]),
    );
  }

  /** As `complete` with the newest versions; clauses of which nothing was stored yet get a blank one. */
  async completeLatest(clauses: readonly Clause[]): Promise<ClauseRow[]> {
    const ids = clauses.map(({ latestVersionId }) => latestVersionId).filter((id) => id !== null);
    const versions = byId(await this.loadVersions(ids));
    return this.join(
      clauses.map((clause) => versions.get(clause.latestVersionId ?? '') ?? blankVersion(clause)),
      byId([...clauses]),
    );
  }

  findPolicyByCode(code: string): Promise<Policy | null> {
    return this.uow
      .repository(Policy)
      .createQueryBuilder('policy')
      .select(POLICY_COLUMNS)
      .where('policy.code = :code', { code })
      .getOne();
  }

  private async join(
    versions: readonly ClauseVersion[],
    clauses: ReadonlyMap<string, Clause>,
  ): Promise<ClauseRow[]> {
    const owners = [...clauses.values()];
    const departments = byId(await this.loadDepartments(distinct(owners, 'departmentId')));
    const policies = byId(await this.loadPolicies(distinct(owners, 'policyId')));
    const topics = await this.loadTopics(versions.map(({ id }) => id));
    return versions.flatMap((version) => {
      const clause = clauses.get(version.clauseId);
      const department = departments.get(clause?.departmentId ?? '');
      const policy = policies.get(clause?.policyId ?? '');
      if (!clause || !department || !policy) return [];
      return [{ clause, version, department, policy, topics: topics.get(version.id) ?? [] }];
    });
  }

  private findClauses(
    keys: readonly string[],
    where: (chunk: string[]) => FindOptionsWhere<Clause>,
  ): Promise<Clause[]> {
    return loadInChunks(keys, (chunk) => this.uow.repository(Clause).findBy(where(chunk)));
  }

  private loadVersions(ids: readonly string[]): Promise<ClauseVersion[]> {
    return loadInChunks(ids, (chunk) => this.uow.repository(ClauseVersion).findBy({ id: In(chunk) }));
  }

  private loadDepartments(ids: readonly string[]): Promise<Department[]> {
    return loadInChunks(ids, (chunk) => this.uow.repository(Department).findBy({ id: In(chunk) }));
  }

  /** Without bodies, which may be long. */
  private loadPolicies(ids: readonly string[]): Promise<Policy[]> {
    return loadInChunks(ids, (chunk) =>
      this.uow
        .repository(Policy)
        .createQueryBuilder('policy')
        .select(POLICY_COLUMNS)
        .where('policy.id IN (:...ids)', { ids: chunk })
        .getMany(),
    );
  }

  private async loadTopics(versionIds: readonly string[]): Promise<Map<string, Topic[]>> {
    const tags = await loadInChunks(versionIds, (chunk) =>
      this.uow
        .repository(ClauseVersionTopic)
        .find({ where: { clauseVersionId: In(chunk) }, order: { topicId: 'ASC' } }),
    );
    const topicIds = [...new Set(tags.map((tag) => tag.topicId))];
    const topics = byId(
      await loadInChunks(topicIds, (chunk) => this.uow.repository(Topic).findBy({ id: In(chunk) })),
    );
    const grouped = new Map<string, Topic[]>();
    for (const tag of tags) {
      const topic = topics.get(tag.topicId);
      if (topic) grouped.set(tag.clauseVersionId, [...(grouped.get(tag.clauseVersionId) ?? []), topic]);
    }
    return grouped;
  }
}

const POLICY_COLUMNS = [
  'id',
  'code',
  'title',
  'documentNumber',
  'issuingBodies',
  'level',
  'region',
  'status',
  'issuedOn',
  'effectiveFrom',
  'effectiveTo',
  'sourceUrl',
  'summary',
].map((property) => `policy.${property}`);
