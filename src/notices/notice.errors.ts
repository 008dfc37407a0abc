import { DomainError } from '../common/domain.error.js';

export class NoticeNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'NOTICE.NOT_FOUND';
  constructor() {
    super('没有这条通知，请刷新后重试');
  }
}
