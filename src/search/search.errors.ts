import { DomainError } from '../common/domain.error.js';

export class SearchUnavailableError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'SEARCH.UNAVAILABLE';
  constructor() {
    super('搜索正在准备中，请稍等片刻再试；也可以先按部门或主题浏览');
  }
}

export class SearchTooSlowError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'SEARCH.TOO_SLOW';
  constructor() {
    super('这次搜索用时过长，已停止；请减少字数或增加筛选条件后再试');
  }
}
