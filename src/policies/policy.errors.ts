import { DomainError } from '../common/domain.error.js';

export class PolicyNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'POLICY.NOT_FOUND';
  constructor() {
    super('没有找到这份政策，可能编码有误或尚未发布，请返回搜索');
  }
}
