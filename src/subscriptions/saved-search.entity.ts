import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn } from '../database/portable-columns.js';
import type { SavedQuery } from './saved-query.js';

/** One distinct search that people were promised to be told about (保存的搜索), shared by all who saved it. */
@Entity('saved_search')
@Index('uq_saved_search_hash', ['queryHash'], { unique: true })
@Index('ix_saved_search_anchor', ['anchor'])
export class SavedSearch {
  @IdColumn()
  id!: string;

  /** SHA-256 of the normalised query. */
  @Column({ type: 'varchar', length: 64 })
  queryHash!: string;

  /** One of the query's bigrams: a text without it cannot match. Empty for searches without words. */
  @Column({ type: 'varchar', length: 8 })
  anchor!: string;

  @JsonColumn()
  query!: SavedQuery;

  @InstantColumn()
  createdAt!: Date;
}
