import { DomainError } from '../common/domain.error.js';

export class InterpretationNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'INTERPRETATION.NOT_FOUND';
  constructor() {
    super('没有找到这篇解读，可能编码有误或尚未发布，请返回政策页面');
  }
}
