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

/** As above, for administrators in the console. */
export class UsernameInUseError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'STAFF.USERNAME_TAKEN';
  constructor(username: string) {
    super(`已有用户 ${username}，请换一个用户名，或在列表里给他重新发送链接`);
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

/** Name and password are right; a code of the phone is missing. */
export class CodeRequiredError extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'STAFF.CODE_REQUIRED';
  constructor() {
    super('请输入验证器里的 6 位验证码，或一个恢复码');
  }
}

export class WrongCodeError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'STAFF.WRONG_CODE';
  constructor() {
    super('验证码不正确或已经用过，请等验证器显示下一个验证码后再输入');
  }
}

/** As above, at the log-in. */
export class WrongSignInCodeError extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'STAFF.WRONG_CODE';
  constructor() {
    super('验证码不正确或已经用过，请等验证器显示下一个验证码后再输入');
  }
}

export class WrongPasswordError extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'STAFF.WRONG_PASSWORD';
  constructor() {
    super('当前密码不正确，请检查后重试');
  }
}

export class SecondFactorActiveError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'STAFF.SECOND_FACTOR_ACTIVE';
  constructor() {
    super('两步验证已经启用；要换一部手机，请先停用再重新设置');
  }
}

export class SecondFactorMissingError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'STAFF.SECOND_FACTOR_MISSING';
  constructor() {
    super('还没有设置两步验证，请先扫描二维码');
  }
}

/** The person's roles ask for a second factor. */
export class SecondFactorNeededError extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'STAFF.SECOND_FACTOR_NEEDED';
  constructor() {
    super('您的岗位需要两步验证，请先在“我的账号”里设置，然后继续');
  }
}

export class InvitationGoneError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'STAFF.INVITATION_GONE';
  constructor() {
    super('这个链接已经用过或过期，请联系管理员重新发送');
  }
}

export class OwnAccountError extends DomainError {
  readonly kind = 'illegal-state';
  readonly code = 'STAFF.OWN_ACCOUNT';
  constructor() {
    super('不能停用自己的账号，请由另一位管理员操作');
  }
}

/** No staff member is bound to this WeChat, or none who may sign in. */
export class WeChatNotBoundError extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'STAFF.WECHAT_NOT_BOUND';
  constructor() {
    super('这个微信没有绑定工作人员账号。请用密码登录，再到“我的账号”绑定');
  }
}

export class WeChatTakenError extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'STAFF.WECHAT_TAKEN';
  constructor() {
    super('这个微信已经绑定了另一个工作人员账号，请先在那个账号里解除');
  }
}

export class SessionNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'STAFF.SESSION_NOT_FOUND';
  constructor() {
    super('这次登录已经结束，请刷新列表');
  }
}
