import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn } from '../database/portable-columns.js';

/** Work for whoever is free (任务), where the database is the queue. A job that is done is deleted. */
@Entity('job')
@Index('uq_job_key', ['kind', 'key'], { unique: true })
@Index('ix_job_due', ['kind', 'dueAt'])
export class Job {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 32 })
  kind!: string;

  /** What it is about, such as the id of a campaign. */
  @Column({ type: 'varchar', length: 64, name: 'job_key' })
  key!: string;

  /** When it may be taken; while somebody works on it, when that worker counts as dead. */
  @InstantColumn()
  dueAt!: Date;

  @Column({ type: 'int' })
  attempts!: number;

  @ReferenceColumn({ nullable: true })
  workerId!: string | null;

  @InstantColumn()
  createdAt!: Date;
}
