import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of the chain. Its row is locked from taking a place until commit, so that places follow without gaps. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'bigint', transformer: { to: (value: number) => value, from: Number } })
  lastSequence!: number;

  @Column({ type: 'varchar', length: 64 })
  lastHash!: string;
}
