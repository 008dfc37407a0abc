import { DomainError } from '../common/domain.error.js';

/** Allowed to do it, but not for this department. */
export class OutOfScopeError extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'PERMISSION.OUT_OF_SCOPE';
  constructor() {
    super('这不属于您负责的部门，请联系该部门的人员或管理员');
  }
}
