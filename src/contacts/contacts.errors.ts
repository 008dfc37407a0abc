import { DomainError } from '../common/domain.error.js';

export class OfficialAccountOffError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'CONTACT.NO_OFFICIAL_ACCOUNT';
  constructor() {
    super('本站还没有开通公众号提醒');
  }
}

export class SmsOffError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'CONTACT.NO_SMS';
  constructor() {
    super('本站还没有开通短信提醒');
  }
}
