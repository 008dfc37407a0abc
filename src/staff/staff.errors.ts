import { DomainError } from '../common/domain.error.js';

/** The same for an unknown name and a wrong password. */
export class WrongCredentialsError extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'STAFF.WRONG_CREDENTIALS';
  constructor() {
    super('用户名或密码不正确，请检查后重试；忘记密码请联系管理员重置');
  }
}

export class TooManyAttemptsError extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'STAFF.TOO_MANY_ATTEMPTS';
  constructor(override readonly retryAfterSeconds: number) {
    super(`登录失败次数过多，请 ${retryAfterSeconds} 秒后再试`);
  }
}

export class UsernameTakenError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'STAFF.USERNAME_TAKEN';
  constructor(username: string) {
    super(`已有用户 ${username}；如要重设密码，请加 --reset-password`);
  }
}

export class StaffNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'STAFF.NOT_FOUND';
  constructor(username: string) {
    super(`没有用户 ${username}；如要新建，请去掉 --reset-password`);
  }
}

export class UnfitUsernameError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'STAFF.UNFIT_USERNAME';
  constructor() {
    super('用户名由 2 至 64 个字母、数字或 . _ - @ 组成，请换一个');
  }
}

export class UnfitPasswordError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'STAFF.UNFIT_PASSWORD';
}

/** Named by an id that nobody has. */
export class UnknownStaffError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'STAFF.UNKNOWN';
  constructor() {
    super('没有这位工作人员，请刷新列表后重试');
  }
}

export class DelegationNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'DELEGATION.NOT_FOUND';
  constructor() {
    super('没有这条委托，请刷新后重试');
  }
}

export class UnfitDelegationError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'DELEGATION.UNFIT';
}
