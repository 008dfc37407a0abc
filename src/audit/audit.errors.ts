import { DomainError } from '../common/domain.error.js';

/** Codes of different kinds may be alike. */
export class SubjectKindMissingError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'AUDIT.SUBJECT_KIND_MISSING';
  constructor() {
    super('按编码查找时，请同时选择对象的类别');
  }
}

/** A file of checkpoints cannot be read. */
export class CheckpointFileError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'AUDIT.CHECKPOINT_FILE';
  constructor(path: string) {
    super(`读不了检查点文件 ${path}，请检查路径和内容`);
  }
}
