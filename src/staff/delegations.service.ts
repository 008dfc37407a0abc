import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { ForbiddenError } from '../common/common.errors.js';
import { Clock } from '../common/clock.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Delegation } from './delegation.entity.js';
import { DelegationsRepository } from './delegations.repository.js';
import { REVIEW_ROLES } from './role.terms.js';
import { StaffAssignmentsRepository } from './staff-assignments.repository.js';
import { StaffDirectory } from './staff-directory.service.js';
import type { StaffMember } from './staff-member.js';
import type { DelegationRecord } from './staff-people.record.js';
import { DelegationNotFoundError, UnfitDelegationError } from './staff.errors.js';
import type { DelegationView } from './staff.view.js';

const MOST_LISTED = 200;

const managesPeople = ({ permissions }: StaffMember): boolean => permissions.includes('staff.manage');

/** Who reviews in whose place while somebody is away (委托). */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly delegations: DelegationsRepository,
    private readonly assignments: StaffAssignmentsRepository,
    private readonly directory: StaffDirectory,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The person's own, in both directions; everybody's for who manages people. The newest first. */
  async list(member: StaffMember): Promise<DelegationView[]> {
    const rows = await this.delegations.findRecent(managesPeople(member) ? null : member.id, MOST_LISTED);
    const names = await this.directory.names(rows.flatMap(({ fromId, toId }) => [fromId, toId]));
    return rows.map((row) => this.toView(row, names));
  }

  /** @throws ForbiddenError, UnfitDelegationError */
  async create(
    member: StaffMember,
    { from, to, firstDay, lastDay }: DelegationRecord,
  ): Promise<DelegationView> {
    const fromId = from ?? member.id;
    if (fromId !== member.id && !managesPeople(member)) {
      throw new ForbiddenError('只能委托本人的审核，请联系管理员代为设置');
    }
    const today = this.clock.today();
    if (fromId === to) throw new UnfitDelegationError('不能委托给本人，请选择其他人');
    if (lastDay < firstDay || lastDay < today)
      throw new UnfitDelegationError('结束日期应不早于开始日期和今天，请检查日期');
    const row = {
      id: newId(),
      fromId,
      toId: to,
      firstDay,
      lastDay,
      createdAt: this.clock.now(),
      endedAt: null,
    };
    await this.uow.run(async () => {
      if (!(await this.reviews(fromId))) throw new UnfitDelegationError('委托人没有审核岗位，不需要委托');
      if (!(await this.reviews(to))) throw new UnfitDelegationError('受托人没有审核岗位，请选择担任审核的人');
      await this.delegations.insert(row);
      await this.audit.record({
        action: 'delegation.created',
        subject: { kind: 'staff', id: fromId },
        detail: { to, firstDay, lastDay },
      });
    });
    return this.toView(row, await this.directory.names([fromId, to]));
  }

  /** @throws DelegationNotFoundError also where it is none of the person's business */
  async end(member: StaffMember, id: string): Promise<void> {
    await this.uow.run(async () => {
      const row = await this.delegations.findById(id);
      if (!row || (row.fromId !== member.id && !managesPeople(member))) throw new DelegationNotFoundError();
      await this.delegations.end(id, this.clock.now());
      await this.audit.record({
        action: 'delegation.ended',
        subject: { kind: 'staff', id: row.fromId },
        detail: { to: row.toId },
      });
    });
  }

  private async reviews(staffId: string): Promise<boolean> {
    return (await this.assignments.findOf([staffId])).some(({ role }) => REVIEW_ROLES.includes(role));
  }

  private toView(row: Delegation, names: ReadonlyMap<string, string>): DelegationView {
    const person = (id: string) => ({ id, name: names.get(id) ?? id });
    const { id, fromId, toId, firstDay, lastDay, endedAt } = row;
    const today = this.clock.today();
    const active = endedAt === null && firstDay <= today && today <= lastDay;
    return { id, from: person(fromId), to: person(toId), firstDay, lastDay, active };
  }
}
