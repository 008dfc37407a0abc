import { DomainError } from '../common/domain.error.js';

export class DepartmentNotFoundError extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'DEPARTMENT.NOT_FOUND';
  constructor() {
    super('没有这个部门，请从部门列表中选择');
  }
}
