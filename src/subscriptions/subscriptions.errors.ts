import { DomainError } from '../common/domain.error.js';

export class SubscriptionNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'SUBSCRIPTION.NOT_FOUND';
  constructor() {
    super('没有找到这个订阅，请刷新后重试');
  }
}

export class EmptySearchError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'SUBSCRIPTION.EMPTY_SEARCH';
  constructor() {
    super('请先输入搜索词或选择筛选条件，再保存搜索');
  }
}

export class TooManySubscriptionsError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'SUBSCRIPTION.TOO_MANY';
  constructor(most: number) {
    super(`最多可以有 ${most} 个订阅，请先取消不需要的`);
  }
}
