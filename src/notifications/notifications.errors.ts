import { DomainError } from '../common/domain.error.js';

export class MessageNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'MESSAGE.NOT_FOUND';
  constructor() {
    super('没有找到这条消息，请刷新后重试');
  }
}
