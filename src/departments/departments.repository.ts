import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clause } from '../clauses/clause.entity.js';
import { chunksOf, loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Department } from './department.entity.js';

@Injectable()
export class DepartmentsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findAll(): Promise<Department[]> {
    return this.uow.repository(Department).find({ order: { code: 'ASC' } });
  }

  async findByCodes(codes: readonly string[]): Promise<Map<string, Department>> {
    const rows = await loadInChunks(codes, (chunk) =>
      this.uow.repository(Department).findBy({ code: In(chunk) }),
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  findByIds(ids: readonly string[]): Promise<Department[]> {
    return loadInChunks(ids, (chunk) => this.uow.repository(Department).findBy({ id: In(chunk) }));
  }

  count(): Promise<number> {
    return this.uow.repository(Department).count();
  }

  /** Published clauses per department id. */
  async countPublishedClauses(): Promise<Map<string, number>> {
    const rows = await this.uow
      .repository(Clause)
      .createQueryBuilder('clause')
      .select('clause.departmentId', 'id')
      .addSelect('COUNT(*)', 'total')
      .where('clause.status = :status', { status: 'published' })
      .groupBy('clause.departmentId')
      .getRawMany<{ id: string; total: number | string }>();
    return new Map(rows.map((row) => [row.id, Number(row.total)]));
  }

  async save(rows: Department[]): Promise<void> {
    for (const chunk of chunksOf(rows, 500)) await this.uow.repository(Department).upsert(chunk, ['id']);
  }
}
