import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn } from '../database/portable-columns.js';

/** A theme that people subscribe to (主题). */
@Entity('topic')
@Index('uq_topic_code', ['code'], { unique: true })
export class Topic {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 64 })
  code!: string;

  /** Name of its group (主题分组); groups stand in the order of their topics' codes. */
  @Column({ type: 'varchar', length: 60 })
  groupName!: string;

  @Column({ type: 'varchar', length: 60 })
  name!: string;

  @Column({ type: 'varchar', length: 255 })
  description!: string;

  /** Everyday words for it, from which suggestions are made. */
  @JsonColumn()
  aliases!: string[];

  @Column({ type: 'varchar', length: 64 })
  contentHash!: string;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn()
  updatedAt!: Date;
}
