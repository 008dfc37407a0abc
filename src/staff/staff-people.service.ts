import { Injectable } from '@nestjs/common';
import type { StaffPermission } from '../accounts/permissions.js';
import { AuditService } from '../audit/audit.service.js';
import type { NamedCode } from '../common/named-code.view.js';
import type { Page } from '../common/page.view.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { REVIEW_ROLES } from './role.terms.js';
import type { StaffAssignment } from './staff-assignment.entity.js';
import { StaffAssignmentsRepository } from './staff-assignments.repository.js';
import { nameOf } from './staff-directory.service.js';
import type { StaffMember } from './staff-member.js';
import type { PeopleQuery } from './staff-people.record.js';
import { heldIn } from './staff-scope.js';
import { UnknownStaffError } from './staff.errors.js';
import { StaffRepository } from './staff.repository.js';
import type { AssignmentView, PersonView, StaffMeView, StaffPersonView } from './staff.view.js';

type Names = ReadonlyMap<string, NamedCode>;
type Assigned = Pick<StaffAssignment, 'departmentId'> & { role: string };

const toAssignmentView = ({ role, departmentId }: Assigned, names: Names): AssignmentView => ({
  role,
  department: departmentId === null ? null : (names.get(departmentId) ?? null),
});

/** The people who work here, as the console shows them. */
@Injectable()
export class StaffPeopleService {
  constructor(
    private readonly staff: StaffRepository,
    private readonly assignments: StaffAssignmentsRepository,
    private readonly departments: DepartmentsService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
  ) {}

  async list(query: PeopleQuery): Promise<Page<StaffPersonView>> {
    const { people, total } = await this.staff.findPage(query.q.trim(), query);
    const held = await this.assignments.findOf(people.map(({ id }) => id));
    const names = await this.namesFor(held);
    const items = people.map((person) => ({
      id: person.id,
      username: person.username,
      name: nameOf(person),
      assignments: held
        .filter(({ staffId }) => staffId === person.id)
        .map((one) => toAssignmentView(one, names)),
      disabled: person.disabledAt !== null,
      secondFactor: person.secondFactorAt !== null,
      invited: person.passwordHash === '',
      createdAt: person.createdAt.toISOString(),
    }));
    return { items, page: query.page, pageSize: query.pageSize, total };
  }

  /** Who the person is, and where each permission holds. */
  async me(member: StaffMember): Promise<StaffMeView> {
    const names = await this.namesFor(member.roles);
    const actingFor = new Map(
      member.roles.flatMap(({ onBehalfOf }) => (onBehalfOf ? [[onBehalfOf.id, onBehalfOf]] : [])),
    );
    const departments: StaffMeView['departments'] = {};
    for (const permission of member.permissions)
      departments[permission] = this.placesOf(member, permission, names);
    return {
      id: member.id,
      username: member.username,
      name: member.name,
      secondFactorMissing: member.secondFactorMissing,
      permissions: [...member.permissions],
      assignments: member.roles
        .filter(({ onBehalfOf }) => onBehalfOf === null)
        .map((role) => toAssignmentView(role, names)),
      actingFor: [...actingFor.values()],
      departments,
    };
  }

  /** Everybody who holds a review role: those who can stand in for each other. */
  async colleagues(): Promise<PersonView[]> {
    const ids = await this.assignments.findHoldersAnywhere(REVIEW_ROLES);
    const people = await this.staff.findByIds(ids);
    return people
      .map((person) => ({ id: person.id, name: nameOf(person) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  }

  /** @throws UnknownStaffError */
  async rename(id: string, name: string): Promise<void> {
    await this.uow.run(async () => {
      const person = await this.staff.findById(id);
      if (!person) throw new UnknownStaffError();
      await this.staff.setName(id, name);
      await this.audit.record({
        action: 'staff.renamed',
        subject: { kind: 'staff', id, name: person.username },
        detail: { before: person.displayName, after: name },
      });
    });
  }

  private placesOf(member: StaffMember, permission: StaffPermission, names: Names): NamedCode[] | 'all' {
    const places = heldIn(member, permission);
    return places === 'all' ? 'all' : places.flatMap((id) => names.get(id) ?? []);
  }

  private namesFor(held: readonly { departmentId: string | null }[]): Promise<Map<string, NamedCode>> {
    const ids = held.map(({ departmentId }) => departmentId).filter((id) => id !== null);
    return this.departments.named([...new Set(ids)]);
  }
}
