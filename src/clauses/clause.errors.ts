import { DomainError } from '../common/domain.error.js';

export class ClauseNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'CLAUSE.NOT_FOUND';
  constructor() {
    super('没有找到这个条款，可能已撤下或编码有误，请返回搜索');
  }
}

export class NothingToPublishError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'CLAUSE.NOTHING_TO_PUBLISH';
  constructor() {
    super('这个条款没有待发布的内容，请先修改后再发布');
  }
}

export class ClauseNotPublishedError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'CLAUSE.NOT_PUBLISHED';
  constructor() {
    super('这个条款没有发布，不需要撤下');
  }
}

export class UnfitSuccessorError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'CLAUSE.UNFIT_SUCCESSOR';
  constructor() {
    super('替代它的条款应是另一条已发布的条款，请检查编码');
  }
}

export class NotPublicThenError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'CLAUSE.NOT_PUBLIC_THEN';
  constructor() {
    super('这一天还没有公布这个条款，或者已经撤下，请换一个日期');
  }
}
