import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Topic } from '../topics/topic.entity.js';
import { ClauseVersion } from './clause-version.entity.js';

/** A topic under which a clause version is found and pushed. */
@Entity('clause_version_topic')
@Index('ix_clause_version_topic_topic', ['topicId', 'clauseVersionId'])
export class ClauseVersionTopic {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  @ForeignKey(() => ClauseVersion, { name: 'fk_clause_version_topic_version', onDelete: 'CASCADE' })
  clauseVersionId!: string;

  @PrimaryColumn({ type: 'varchar', length: 26 })
  @ForeignKey(() => Topic, { name: 'fk_clause_version_topic_topic', onDelete: 'RESTRICT' })
  topicId!: string;
}
