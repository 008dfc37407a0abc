import { DomainError } from '../common/domain.error.js';

/** The template could not be saved where it was wanted. */
export class TemplateNotWrittenError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'TEMPLATE.NOT_WRITTEN';
  constructor(path: string, exists: boolean) {
    super(
      exists ? `${path} 已存在。请换一个文件名，或加上 --force 覆盖` : `写不进 ${path}，请检查文件夹和权限`,
    );
  }
}

/** Nobody gave a password; the message says how to. */
export class PasswordNotGivenError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'PASSWORD.NOT_GIVEN';
}
