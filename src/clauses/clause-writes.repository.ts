import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { chunksOf, loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Policy } from '../policies/policy.entity.js';
import { ClauseVersionTopic } from './clause-version-topic.entity.js';
import { ClauseVersion } from './clause-version.entity.js';
import { Clause } from './clause.entity.js';

/** What must be known of a stored version to tell whether a record changes it. */
export type VersionHead = Pick<ClauseVersion, 'id' | 'number' | 'contentHash' | 'publishedAt'> &
  Partial<Pick<ClauseVersion, 'attachments'>>;

@Injectable()
export class ClauseWritesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async findByCodes(codes: readonly string[]): Promise<Map<string, Clause>> {
    const rows = await loadInChunks(codes, (chunk) =>
      this.uow.repository(Clause).findBy({ code: In(chunk) }),
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  async findVersionHeads(ids: readonly string[]): Promise<Map<string, VersionHead>> {
    const rows = await loadInChunks(ids, (chunk) =>
      this.uow.repository(ClauseVersion).find({
        select: { id: true, number: true, contentHash: true, publishedAt: true, attachments: true },
        where: { id: In(chunk) },
      }),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Which clause code holds each place `policyId/ordinal` of the policies. */
  async findOrdinals(policyIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await loadInChunks(policyIds, (chunk) =>
      this.uow.repository(Clause).find({
        select: { code: true, policyId: true, ordinal: true },
        where: { policyId: In(chunk) },
      }),
    );
    return new Map(rows.map((row) => [`${row.policyId}/${row.ordinal}`, row.code]));
  }

  /** Policies that a file may mean by any of `names`: code, document number or title. */
  async findPoliciesByAnyName(names: readonly string[]): Promise<Map<string, Policy[]>> {
    const found = new Map<string, Policy[]>();
    for (const property of ['code', 'documentNumber', 'title'] as const) {
      const open = names.filter((name) => !found.has(name));
      const rows = await loadInChunks(open, (chunk) =>
        this.uow.repository(Policy).find({
          select: { id: true, code: true, documentNumber: true, title: true, status: true },
          where: { [property]: In(chunk) },
        }),
      );
      for (const row of rows) {
        const name = row[property] ?? '';
        found.set(name, [...(found.get(name) ?? []), row]);
      }
    }
    return found;
  }

  async saveClauses(rows: Clause[]): Promise<void> {
    for (const chunk of chunksOf(rows, 500)) await this.uow.repository(Clause).upsert(chunk, ['id']);
  }

  async insertVersions(rows: ClauseVersion[], tags: ClauseVersionTopic[]): Promise<void> {
    for (const chunk of chunksOf(rows, 300)) await this.uow.repository(ClauseVersion).insert(chunk);
    for (const chunk of chunksOf(tags, 1000)) await this.uow.repository(ClauseVersionTopic).insert(chunk);
  }

  /** Removes drafts that were never published. */
  async deleteVersions(ids: readonly string[]): Promise<void> {
    for (const chunk of chunksOf(ids, 500))
      await this.uow.repository(ClauseVersion).delete({ id: In(chunk) });
  }

  async markSuperseded(ids: readonly string[], at: Date): Promise<void> {
    for (const chunk of chunksOf(ids, 500)) {
      await this.uow
        .repository(ClauseVersion)
        .update({ id: In(chunk), supersededAt: IsNull() }, { supersededAt: at });
    }
  }

  async markPublished(ids: readonly string[], at: Date): Promise<void> {
    for (const chunk of chunksOf(ids, 500)) {
      await this.uow.repository(ClauseVersion).update({ id: In(chunk) }, { publishedAt: at });
    }
  }

  /**
   * Makes other writers of this clause wait until the transaction ends; on a server database two people may press
   * the same button. Call it before anything is read.
   */
  async lock(code: string, now: Date): Promise<void> {
    await this.uow.repository(Clause).update({ code }, { updatedAt: now });
  }

  async insertClauses(rows: readonly Clause[]): Promise<void> {
    for (const chunk of chunksOf(rows, 500)) await this.uow.repository(Clause).insert(chunk);
  }

  /** The next free place in a policy; whoever else wants one waits until this transaction ends. */
  async nextOrdinal(policyId: string): Promise<number> {
    const lock = this.uow.locksRows ? { lock: { mode: 'pessimistic_write' as const } } : {};
    await this.uow.repository(Policy).findOne({ select: { id: true }, where: { id: policyId }, ...lock });
    return ((await this.uow.repository(Clause).maximum('ordinal', { policyId })) ?? 0) + 1;
  }

  async touch(id: string, latestTitle: string, at: Date): Promise<void> {
    await this.uow.repository(Clause).update({ id }, { latestTitle, updatedAt: at });
  }

  async findVersionPage(
    clauseId: string,
    query: PageQuery,
  ): Promise<{ versions: ClauseVersion[]; total: number }> {
    const [versions, total] = await this.uow.repository(ClauseVersion).findAndCount({
      where: { clauseId },
      order: { number: 'DESC' },
      skip: offsetOf(query),
      take: query.pageSize,
    });
    return { versions, total };
  }

  findPoliciesNumbered(
    spellings: readonly string[],
    except: string,
  ): Promise<Pick<Policy, 'code' | 'title' | 'documentNumber'>[]> {
    return this.uow
      .repository(Policy)
      .createQueryBuilder('policy')
      .select('policy.code', 'code')
      .addSelect('policy.title', 'title')
      .addSelect('policy.documentNumber', 'documentNumber')
      .where('policy.documentNumber IN (:...spellings) AND policy.code <> :except', { spellings, except })
      .limit(20)
      .getRawMany();
  }

  async deleteClause(id: string): Promise<void> {
    await this.uow.repository(Clause).delete({ id });
  }

  /** Published clauses that the public must no longer read as valid on `today`, the oldest first. */
  findExpired(today: string, limit: number): Promise<Clause[]> {
    return this.uow.repository(Clause).find({
      where: { status: 'published', expiresOn: LessThan(today) },
      order: { expiresOn: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  async getVersion(id: string): Promise<ClauseVersion> {
    return this.uow.repository(ClauseVersion).findOneByOrFail({ id });
  }
}
