import { DomainError } from '../common/domain.error.js';
import { DRAFT_STATE_LABELS } from './draft.labels.js';
import type { DraftState } from './draft.terms.js';

/** Somebody was faster, or the action never fits this state. */
export class WrongStateError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'REVIEW.WRONG_STATE';
  override readonly details: Readonly<Record<string, unknown>>;
  constructor(state: DraftState) {
    super(`这份稿件现在是“${DRAFT_STATE_LABELS[state]}”，不能这样操作，请刷新后查看`);
    this.details = { state };
  }
}

/** The hash is not that of the present content. */
export class OtherVersionError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'REVIEW.OTHER_VERSION';
  constructor() {
    super('您看到的内容已经不是最新的，请刷新后重新查看再决定');
  }
}

export class NotIndependentError extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'REVIEW.NOT_INDEPENDENT';
  constructor() {
    super('您起草过或者审核过这份稿件，请由其他人审核');
  }
}
