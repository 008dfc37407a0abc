import { DomainError } from '../common/domain.error.js';

export class ProfileNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'PROFILE.NOT_FOUND';
  constructor() {
    super('没有找到这份资料，可能已经删除，请刷新页面');
  }
}

export class TooManyProfilesError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'PROFILE.TOO_MANY';
  constructor(most: number) {
    super(`最多保存 ${most} 份资料，请先删除不用的`);
  }
}

export class SensitiveConsentMissingError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'PROFILE.SENSITIVE_CONSENT_MISSING';
  constructor() {
    super('里面有敏感个人信息，要单独同意才能保存；不同意也可以保存其他回答');
  }
}

export class ProfileUnreadableError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'PROFILE.UNREADABLE';
  constructor() {
    super('这份资料打不开了，请删除后重新填写');
  }
}

export class CreditCodeInvalidError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'ELIGIBILITY.CREDIT_CODE_INVALID';
  constructor() {
    super('统一社会信用代码不对，请对照营业执照检查，最后一位是校验码');
  }
}

export class EnterpriseNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'ELIGIBILITY.ENTERPRISE_NOT_FOUND';
  constructor() {
    super('没有查到这个企业的登记信息，请自己填写');
  }
}
