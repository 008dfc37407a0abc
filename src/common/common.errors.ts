import { DomainError, type InputFault } from './domain.error.js';

/** The input breaks rules; each fault says where. */
export class InvalidInputError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'INPUT.INVALID';
  constructor(override readonly faults: InputFault[]) {
    super('提交的内容有误，请按提示修改后重试');
  }
}

/** Somebody must sign in first. */
export class UnauthenticatedError extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'SESSION.REQUIRED';
  constructor(message = '请先登录') {
    super(message);
  }
}

/** Signed in, but not allowed to. */
export class ForbiddenError extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'PERMISSION.DENIED';
  constructor(message = '没有权限进行此操作，请联系管理员') {
    super(message);
  }
}

/** Two writers met on a unique key. */
export class ConflictError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'RECORD.CONFLICT';
  constructor(message = '内容刚刚被别人改过，请刷新后重试') {
    super(message);
  }
}

/** Somebody asked more often than is good for others. */
export class TooManyRequestsError extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'REQUESTS.TOO_MANY';
  constructor(override readonly retryAfterSeconds: number) {
    super(`操作过于频繁，请在 ${retryAfterSeconds} 秒后再试`);
  }
}
