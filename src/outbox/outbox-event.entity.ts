import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn } from '../database/portable-columns.js';

/** Something that must happen because a transaction committed (发件箱); ids sort in the order of writing. */
@Entity('outbox_event')
@Index('ix_outbox_event_state_due', ['state', 'dueAt', 'id'])
export class OutboxEvent {
  @IdColumn()
  id!: string;

  /** Which handler takes it, e.g. `clause.published`. */
  @Column({ type: 'varchar', length: 64 })
  type!: string;

  @JsonColumn()
  payload!: object;

  @Column({ type: 'varchar', length: 16 })
  state!: 'pending' | 'done' | 'dead';

  @Column({ type: 'int' })
  attempts!: number;

  @InstantColumn()
  dueAt!: Date;

  @Column({ type: 'varchar', length: 500, nullable: true })
  lastError!: string | null;

  @InstantColumn()
  createdAt!: Date;
}
