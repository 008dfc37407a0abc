import { DomainError } from '../common/domain.error.js';

export class LoginFailedError extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'SESSION.LOGIN_FAILED';
  constructor(message = '登录没有成功，请重新登录') {
    super(message);
  }
}

export class LoginUnavailableError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'SESSION.LOGIN_UNAVAILABLE';
  constructor() {
    super('微信登录暂时不可用，请稍后再试');
  }
}

export class PhoneRefusedError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'CONTACT.PHONE_REFUSED';
  constructor() {
    super('没有得到手机号，请重新授权');
  }
}

export class PhoneUnavailableError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'CONTACT.PHONE_UNAVAILABLE';
  constructor() {
    super('微信暂时没有给出手机号，请稍后再试');
  }
}
