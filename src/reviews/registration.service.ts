import { Injectable } from '@nestjs/common';
import { OutOfScopeError } from '../accounts/accounts.errors.js';
import { InvalidInputError } from '../common/common.errors.js';
import { ClauseRegisterService } from '../clauses/clause-register.service.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { InterpretationsService } from '../interpretations/interpretations.service.js';
import { PolicyRegisterService } from '../policies/policy-register.service.js';
import type { StaffMember } from '../staff/staff-member.js';
import { holds } from '../staff/staff-scope.js';
import { DraftEditorService } from './draft-editor.service.js';
import type { NewClauseRecord, NewInterpretationRecord, NewPolicyRecord } from './draft.record.js';
import type { Policy } from '../policies/policy.entity.js';

/** A code that nobody else has: the kind, and an id. */
const madeCode = (prefix: string): string => `${prefix}-${newId().toLowerCase()}`;

/** Begins clauses, policies and interpretations, each with its draft. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly clauses: ClauseRegisterService,
    private readonly policies: PolicyRegisterService,
    private readonly interpretations: InterpretationsService,
    private readonly departments: DepartmentsService,
    private readonly editor: DraftEditorService,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns the code @throws InvalidInputError, OutOfScopeError, ConflictError where code or place is taken */
  clause(record: NewClauseRecord, member: StaffMember): Promise<string> {
    const code = record.code ?? madeCode('c');
    return this.uow.run(async () => {
      const departmentId = await this.departmentOf(record.department, member);
      const policy = await this.policyOf(record.policy);
      const { title, ordinal } = record;
      await this.clauses.register({ code, title, departmentId, policyId: policy.id, ordinal });
      const found = await this.clauses.find(code);
      const content = {
        department: record.department,
        policy: record.policy,
        ordinal: found?.clause.ordinal,
        title,
      };
      await this.editor.save('clause', code, { revision: 0, content }, member);
      return code;
    });
  }

  policy(record: NewPolicyRecord, member: StaffMember): Promise<string> {
    const code = record.code ?? madeCode('p');
    return this.uow.run(async () => {
      await this.departmentOf(record.department, member);
      await this.policies.register(code, record.title, record.department);
      const { title, department } = record;
      const { level = 'city', region } = (await this.policies.find(code)) ?? {};
      const content = { department, title, level, region, status: 'published' };
      await this.editor.save('policy', code, { revision: 0, content }, member);
      return code;
    });
  }

  interpretation(record: NewInterpretationRecord, member: StaffMember): Promise<string> {
    const code = record.code ?? madeCode('i');
    return this.uow.run(async () => {
      const policy = await this.policyOf(record.policy);
      if (!holds(member, 'catalogue.write', policy.departmentId)) throw new OutOfScopeError();
      await this.interpretations.register(code, record.title, policy);
      const content = { policy: policy.code, title: record.title };
      await this.editor.save('interpretation', code, { revision: 0, content }, member);
      return code;
    });
  }

  private async departmentOf(code: string, member: StaffMember): Promise<string> {
    const found = (await this.departments.byAnyName()).get(code);
    if (!found)
      throw new InvalidInputError([{ path: 'department', message: '没有这个部门，请从列表中选择' }]);
    if (!holds(member, 'catalogue.write', found.id)) throw new OutOfScopeError();
    return found.id;
  }

  private async policyOf(code: string): Promise<Policy> {
    const found = await this.policies.find(code);
    if (!found) throw new InvalidInputError([{ path: 'policy', message: '没有这份政策，请先登记政策' }]);
    return found;
  }
}
