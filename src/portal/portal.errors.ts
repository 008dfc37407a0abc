import { DomainError } from '../common/domain.error.js';

/** The API behind the pages does not answer, or the web pages were never built. */
export class PortalUnavailableError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'PORTAL.UNAVAILABLE';
  constructor(message = '页面暂时打不开，请稍后再试') {
    super(message);
  }
}

/** No page, feed or file has this address. */
export class AddressNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'PORTAL.ADDRESS_NOT_FOUND';
  constructor() {
    super('没有这个地址，请检查后重试');
  }
}
