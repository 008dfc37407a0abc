import { Column, Entity, ForeignKey, Index } from 'typeorm';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  ReferenceColumn,
} from '../database/portable-columns.js';
import type { AttachmentRecord } from '../attachments/attachment.record.js';
import { Clause } from './clause.entity.js';
import type { Audience, BenefitAmount, Channel, Material, Step, SupportKind } from './clause.terms.js';

/** What a clause says from one publication to the next (条款版本); never changed once published. */
@Entity('clause_version')
@Index('ix_clause_version_published', ['publishedAt'])
@Index('uq_clause_version_number', ['clauseId', 'number'], { unique: true })
export class ClauseVersion {
  @IdColumn()
  id!: string;

  @ReferenceColumn()
  @ForeignKey(() => Clause, { name: 'fk_clause_version_clause', onDelete: 'CASCADE' })
  clauseId!: string;

  /** 1, 2, 3 … */
  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'varchar', length: 120 })
  title!: string;

  @Column({ type: 'varchar', length: 16 })
  audience!: Audience;

  @Column({ type: 'varchar', length: 24 })
  supportKind!: SupportKind;

  @LongTextColumn()
  benefit!: string;

  @JsonColumn({ nullable: true })
  amount!: BenefitAmount | null;

  @JsonColumn()
  conditions!: string[];

  /** The rules by which somebody qualifies, as `parseRule` takes them; null where there are none. */
  @JsonColumn({ nullable: true })
  eligibility!: object | null;

  @JsonColumn()
  materials!: Material[];

  @JsonColumn()
  steps!: Step[];

  /** Working days from acceptance to result. */
  @Column({ type: 'int', nullable: true })
  timeLimitDays!: number | null;

  @JsonColumn()
  channels!: Channel[];

  @Column({ type: 'varchar', length: 1000, nullable: true })
  onlineUrl!: string | null;

  @Column({ type: 'varchar', length: 500, nullable: true })
  windowAddress!: string | null;

  @Column({ type: 'varchar', length: 100, nullable: true })
  phone!: string | null;

  @DateColumn({ nullable: true })
  applyFrom!: string | null;

  @DateColumn({ nullable: true })
  applyTo!: string | null;

  @JsonColumn()
  keywords!: string[];

  /** Area codes where it holds; never empty. */
  @JsonColumn()
  regions!: string[];

  /** Codes of related clauses. */
  @JsonColumn()
  related!: string[];

  /** Files that belong to the text; null for none. */
  @JsonColumn({ nullable: true })
  attachments!: AttachmentRecord[] | null;

  @Column({ type: 'varchar', length: 64 })
  contentHash!: string;

  @InstantColumn()
  createdAt!: Date;

  @InstantColumn({ nullable: true })
  publishedAt!: Date | null;

  @InstantColumn({ nullable: true })
  supersededAt!: Date | null;
}
