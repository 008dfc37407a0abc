import { Injectable } from '@nestjs/common';
import { In, MoreThan, Not, type FindOptionsSelect } from 'typeorm';
import { Clause } from '../clauses/clause.entity.js';
import type { Page } from '../common/page.view.js';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { chunksOf, loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Interpretation } from '../interpretations/interpretation.entity.js';
import { Policy } from './policy.entity.js';

/** All but the body, which may be long and which lists do not show. */
const WITHOUT_BODY: FindOptionsSelect<Policy> = {
  id: true,
  code: true,
  title: true,
  documentNumber: true,
  issuingBodies: true,
  level: true,
  region: true,
  departmentId: true,
  status: true,
  issuedOn: true,
  effectiveFrom: true,
  effectiveTo: true,
  sourceUrl: true,
  summary: true,
  contentHash: true,
  createdAt: true,
  updatedAt: true,
};

const MOST_INTERPRETATIONS = 100;

/** What the public may read. */
const NOT_DRAFT = { status: In(['published', 'expired', 'repealed']) };

@Injectable()
export class PoliciesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findByCode(code: string): Promise<Policy | null> {
    return this.uow.repository(Policy).findOneBy({ code });
  }

  /** Policies without their bodies. */
  findByIds(ids: readonly string[]): Promise<Policy[]> {
    return loadInChunks(ids, (chunk) =>
      this.uow.repository(Policy).find({ select: WITHOUT_BODY, where: { id: In(chunk) } }),
    );
  }

  /** Policies by code, without their bodies. */
  async findByCodes(codes: readonly string[]): Promise<Map<string, Policy>> {
    const rows = await loadInChunks(codes, (chunk) =>
      this.uow.repository(Policy).find({ select: WITHOUT_BODY, where: { code: In(chunk) } }),
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  findByIdsWithBody(ids: readonly string[]): Promise<Policy[]> {
    return loadInChunks(ids, (chunk) => this.uow.repository(Policy).findBy({ id: In(chunk) }));
  }

  /** Everything but drafts, newest first. */
  async findPublicPage(query: PageQuery): Promise<Page<Policy>> {
    const items = await this.uow.repository(Policy).find({
      select: WITHOUT_BODY,
      where: NOT_DRAFT,
      order: { issuedOn: 'DESC', id: 'DESC' },
      skip: offsetOf(query),
      take: query.pageSize,
    });
    return { items, page: query.page, pageSize: query.pageSize, total: await this.countPublic() };
  }

  countPublic(): Promise<number> {
    return this.uow.repository(Policy).countBy(NOT_DRAFT);
  }

  async findPublicIdsAfter(id: string, limit: number): Promise<string[]> {
    const rows = await this.uow.repository(Policy).find({
      select: { id: true },
      where: { id: MoreThan(id), status: Not('draft') },
      order: { id: 'ASC' },
      take: limit,
    });
    return rows.map((row) => row.id);
  }

  /** What an address of a policy is made of, drafts left out, in id order. */
  findAddressesAfter(id: string, limit: number): Promise<Pick<Policy, 'id' | 'code' | 'updatedAt'>[]> {
    return this.uow.repository(Policy).find({
      select: { id: true, code: true, updatedAt: true },
      where: { id: MoreThan(id), status: Not('draft') },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** The id that stands behind `offset` others among those of public policies; null where there are not that many. */
  async findPublicIdAt(offset: number): Promise<string | null> {
    const [row] = await this.uow.repository(Policy).find({
      select: { id: true },
      where: { status: Not('draft') },
      order: { id: 'ASC' },
      skip: offset,
      take: 1,
    });
    return row?.id ?? null;
  }

  /** Published clauses per policy id. */
  async countPublishedClauses(policyIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await loadInChunks(policyIds, (chunk) =>
      this.uow
        .repository(Clause)
        .createQueryBuilder('clause')
        .select('clause.policyId', 'id')
        .addSelect('COUNT(*)', 'total')
        .where('clause.policyId IN (:...ids)', { ids: chunk })
        .andWhere('clause.status = :status', { status: 'published' })
        .groupBy('clause.policyId')
        .getRawMany<{ id: string; total: number | string }>(),
    );
    return new Map(rows.map((row) => [row.id, Number(row.total)]));
  }

  /** Published interpretations of a policy without their bodies, the newest first. */
  findInterpretations(policyId: string): Promise<Pick<Interpretation, 'code' | 'title' | 'publishedAt'>[]> {
    return this.uow.repository(Interpretation).find({
      select: { id: true, code: true, title: true, publishedAt: true },
      where: { policyId, status: 'published' },
      order: { publishedAt: 'DESC', id: 'DESC' },
      take: MOST_INTERPRETATIONS,
    });
  }

  /** As `findByIdsWithBody`, by code. */
  findByCodesWithBody(codes: readonly string[]): Promise<Policy[]> {
    return loadInChunks(codes, (chunk) => this.uow.repository(Policy).findBy({ code: In(chunk) }));
  }

  async insertAll(rows: readonly Policy[]): Promise<void> {
    for (const chunk of chunksOf(rows, 200)) await this.uow.repository(Policy).insert(chunk);
  }

  /** Shows the title of a policy that nobody reads yet; a public one keeps its own. */
  async touchDraft(id: string, title: string, at: Date): Promise<void> {
    await this.uow.repository(Policy).update({ id, status: 'draft' }, { title, updatedAt: at });
  }

  async delete(id: string): Promise<void> {
    await this.uow.repository(Policy).delete({ id });
  }

  async save(rows: Policy[]): Promise<void> {
    for (const chunk of chunksOf(rows, 200)) await this.uow.repository(Policy).upsert(chunk, ['id']);
  }
}
