import { DomainError } from '../common/domain.error.js';

export class AttachmentNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'ATTACHMENT.NOT_FOUND';
  constructor() {
    super('没有这个附件，可能已经撤下，请返回页面查看最新内容');
  }
}

/** The clause or policy that a file is meant for does not exist. */
export class AttachmentOwnerNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'ATTACHMENT.OWNER_NOT_FOUND';
  constructor() {
    super('没有这条内容，请先保存再上传附件');
  }
}

/** The content is none of what may be attached; the message says why. */
export class AttachmentRefusedError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'ATTACHMENT.REFUSED';
}

export class AttachmentTooLargeError extends DomainError {
  readonly kind = 'too-large';
  readonly code = 'ATTACHMENT.TOO_LARGE';
  constructor(megabytes: number) {
    super(`附件超过 ${megabytes} MB，请压缩或拆分后再上传`);
  }
}

export class TooManyAttachmentsError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'ATTACHMENT.TOO_MANY';
  constructor() {
    super('这条内容的附件太多，请先删除不用的附件');
  }
}

export class AttachmentInUseError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'ATTACHMENT.IN_USE';
  constructor() {
    super('已有版本使用这个附件，不能删除；请从新的稿件里去掉它');
  }
}
