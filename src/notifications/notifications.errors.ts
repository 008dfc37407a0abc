import { DomainError } from '../common/domain.error.js';

export class MessageNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'MESSAGE.NOT_FOUND';
  constructor() {
    super('没有找到这条消息，请刷新后重试');
  }
}

export class CampaignNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'CAMPAIGN.NOT_FOUND';
  constructor() {
    super('没有找到这次推送，请刷新后重试');
  }
}

/** Nothing of the campaign waits any more, so that there is nothing to hold back or to cancel. */
export class CampaignEndedError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'CAMPAIGN.ENDED';
  constructor() {
    super('这次推送已经结束，没有等待发送的消息，请刷新查看结果');
  }
}

/** Nobody works on what waits; the message says what stands still. */
export class PushBrokenError extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'PUSH.BROKEN';
}
