import { DomainError } from '../common/domain.error.js';

/** The pages of the console were never built. */
export class ConsoleUnavailableError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'CONSOLE.UNAVAILABLE';
  constructor() {
    super('工作台的页面还没有构建，请先运行 npm run build');
  }
}

/** Nothing of the console has this address. */
export class ConsoleAddressNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'CONSOLE.ADDRESS_NOT_FOUND';
  constructor() {
    super('没有这个地址，请检查后重试');
  }
}
