import { DomainError, type InputFault } from '../../common/domain.error.js';
import type { DraftConflictView } from '../draft.view.js';

export class DraftNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'DRAFT.NOT_FOUND';
  constructor() {
    super('没有找到这份稿件，可能编码有误或已删除，请返回列表');
  }
}

/** Somebody else saved meanwhile; `details.conflict` says who changed what. */
export class DraftConflictError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'DRAFT.CONFLICT';
  constructor(conflict: DraftConflictView) {
    super('这份稿件刚刚被别人修改过，您的修改还没有保存，请对照后合并保存');
    this.details = { conflict };
  }
  override readonly details: Readonly<Record<string, unknown>>;
}

export class NothingChangedError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'DRAFT.NOTHING_CHANGED';
  constructor() {
    super('内容和已发布的一样，不需要送审，请先修改');
  }
}

/** It cannot be shown as the public would read it. */
export class DraftIncompleteError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'DRAFT.INCOMPLETE';
  constructor(override readonly faults: InputFault[]) {
    super('还有内容没有填完整，补全后可以预览');
  }
}

/** Something outside the draft changed since it was submitted. */
export class CannotPublishError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'REVIEW.CANNOT_PUBLISH';
  constructor(override readonly faults: InputFault[]) {
    super(`现在不能发布：${faults[0]?.message ?? '内容有误'}。请退回修改`);
  }
}
