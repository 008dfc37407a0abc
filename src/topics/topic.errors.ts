import { DomainError } from '../common/domain.error.js';

export class TopicNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'TOPIC.NOT_FOUND';
  constructor() {
    super('没有这个主题，请从主题列表中选择');
  }
}
