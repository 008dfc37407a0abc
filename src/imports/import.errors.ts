import type { TabularFileError } from '#libs/tabular';
import { DomainError, type DomainErrorKind } from '../common/domain.error.js';

/** A file as a whole cannot be read; nothing was imported. */
export class FileRefusedError extends DomainError {
  readonly kind: DomainErrorKind;
  readonly code: string;
  constructor(file: string, refusal: TabularFileError) {
    super(`${file}：${refusal.message}`);
    this.kind = refusal.code === 'file.too_large' ? 'too-large' : 'invalid';
    this.code = `IMPORT.${refusal.code.replace('file.', '').toUpperCase()}`;
  }
}

/** More was sent than an import may have. */
export class UploadTooLargeError extends DomainError {
  readonly kind = 'too-large';
  readonly code = 'IMPORT.TOO_LARGE';
  constructor(megabytes: number) {
    super(`文件超过 ${megabytes} MB，没有导入。请拆成几个文件，或删去图片后再上传`);
  }
}

/** The folder or the upload brought no file. */
export class NoFileError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'IMPORT.NO_FILE';
  constructor(message = '没有可以导入的文件。请选择 .xlsx、.csv、.json 或 .jsonl 文件') {
    super(message);
  }
}

/** The map file cannot be used; the message names each place in it. */
export class MapInvalidError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'IMPORT.MAP_INVALID';
  constructor(problems: readonly string[]) {
    super(`映射文件有误：${problems.join('；')}`);
  }
}

/** What was uploaded is no form that an import can take. */
export class UploadRefusedError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'IMPORT.UPLOAD_INVALID';
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}

/** Something else would happen now than the person saw. */
export class PlanOutdatedError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'IMPORT.PLAN_OUTDATED';
  constructor() {
    super('检查之后目录有了变动，没有导入。请重新检查，看过变化再导入');
  }
}
