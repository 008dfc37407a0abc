import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ClauseVersionTopic } from '../clauses/clause-version-topic.entity.js';
import { Clause } from '../clauses/clause.entity.js';
import { chunksOf, loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Topic } from './topic.entity.js';

@Injectable()
export class TopicsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findAll(): Promise<Topic[]> {
    return this.uow.repository(Topic).find({ order: { code: 'ASC' } });
  }

  async findByCodes(codes: readonly string[]): Promise<Map<string, Topic>> {
    const rows = await loadInChunks(codes, (chunk) => this.uow.repository(Topic).findBy({ code: In(chunk) }));
    return new Map(rows.map((row) => [row.code, row]));
  }

  findByIds(ids: readonly string[]): Promise<Topic[]> {
    return loadInChunks(ids, (chunk) => this.uow.repository(Topic).findBy({ id: In(chunk) }));
  }

  count(): Promise<number> {
    return this.uow.repository(Topic).count();
  }

  /** Published clauses per topic id. */
  async countPublishedClauses(): Promise<Map<string, number>> {
    const rows = await this.uow
      .repository(Clause)
      .createQueryBuilder('clause')
      .innerJoin(ClauseVersionTopic, 'tag', 'tag.clauseVersionId = clause.publishedVersionId')
      .select('tag.topicId', 'id')
      .addSelect('COUNT(*)', 'total')
      .where('clause.status = :status', { status: 'published' })
      .groupBy('tag.topicId')
      .getRawMany<{ id: string; total: number | string }>();
    return new Map(rows.map((row) => [row.id, Number(row.total)]));
  }

  async save(rows: Topic[]): Promise<void> {
    for (const chunk of chunksOf(rows, 500)) await this.uow.repository(Topic).upsert(chunk, ['id']);
  }
}
