import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { SavedQuery } from './saved-query.js';
import { SavedSearch } from './saved-search.entity.js';

@Injectable()
export class SavedSearchesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findByHash(queryHash: string): Promise<SavedSearch | null> {
    return this.uow.repository(SavedSearch).findOneBy({ queryHash });
  }

  findByIds(ids: readonly string[]): Promise<SavedSearch[]> {
    return loadInChunks(ids, (chunk) => this.uow.repository(SavedSearch).findBy({ id: In(chunk) }));
  }

  async insert(search: SavedSearch): Promise<void> {
    await this.uow.repository(SavedSearch).insert(search);
  }

  /** How many searches hang on each of the anchors; those without any are missing. */
  async countByAnchor(anchors: readonly string[]): Promise<Map<string, number>> {
    const rows = await loadInChunks(anchors, (chunk) =>
      this.uow
        .repository(SavedSearch)
        .createQueryBuilder('search')
        .select('search.anchor', 'anchor')
        .addSelect('COUNT(*)', 'total')
        .where('search.anchor IN (:...chunk)', { chunk })
        .groupBy('search.anchor')
        .getRawMany<{ anchor: string; total: number | string }>(),
    );
    return new Map(rows.map((row) => [row.anchor, Number(row.total)]));
  }

  /** The searches that hang on any of the anchors. */
  async findByAnchors(anchors: readonly string[]): Promise<{ id: string; query: SavedQuery }[]> {
    const rows = await loadInChunks(anchors, (chunk) =>
      this.uow
        .repository(SavedSearch)
        .createQueryBuilder('search')
        .select(['search.id AS id', 'search.query AS query'])
        .where('search.anchor IN (:...chunk)', { chunk })
        .getRawMany<{ id: string; query: string }>(),
    );
    return rows.map(({ id, query }) => ({ id, query: JSON.parse(query) as SavedQuery }));
  }
}
