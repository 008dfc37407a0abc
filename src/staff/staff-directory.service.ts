import { Injectable } from '@nestjs/common';
import type { StaffPermission } from '../accounts/permissions.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { DelegationsRepository } from './delegations.repository.js';
import { permissionsOf, ROLE_PERMISSIONS } from './role-permissions.js';
import { REVIEW_ROLES, STAFF_ROLES } from './role.terms.js';
import { StaffAssignmentsRepository } from './staff-assignments.repository.js';
import type { HeldRole, StaffMember } from './staff-member.js';
import type { Staff } from './staff.entity.js';
import { StaffRepository } from './staff.repository.js';

/** What others read of a person. */
export const nameOf = ({ displayName, username }: Staff): string => displayName || username;

/** Who works here, and what they may do. */
@Injectable()
export class StaffDirectory {
  constructor(
    private readonly staff: StaffRepository,
    private readonly assignments: StaffAssignmentsRepository,
    private readonly delegations: DelegationsRepository,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Read anew for each request, so that a changed role holds at once. */
  async find(id: string): Promise<StaffMember | null> {
    const staff = await this.staff.findById(id);
    if (!staff || staff.disabledAt) return null;
    const own = (await this.assignments.findOf([id])).map(({ role, departmentId }): HeldRole => ({
      role,
      departmentId,
      onBehalfOf: null,
    }));
    const roles = [...own, ...(await this.rolesOfPrincipals(id))];
    const person = { id, username: staff.username, name: nameOf(staff) };
    if (!staff.secondFactorAt && this.needsSecondFactor(roles)) {
      return { ...person, secondFactorMissing: true, roles: [], permissions: [] };
    }
    const permissions = [...new Set(roles.flatMap(({ role }) => permissionsOf(role)))];
    return { ...person, secondFactorMissing: false, roles, permissions };
  }

  /** Whether the configuration asks those who hold such roles for a second factor. */
  needsSecondFactor(roles: readonly Pick<HeldRole, 'role'>[]): boolean {
    const { secondFactor } = this.config;
    if (secondFactor !== 'reviewers') return secondFactor === 'all';
    return roles.some(({ role }) => REVIEW_ROLES.some((reviewing) => reviewing === role));
  }

  /** What others read of people, by id. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const people = await this.staff.findByIds([...new Set(ids)]);
    return new Map(people.map((one) => [one.id, nameOf(one)]));
  }

  /** Who may do something in a department today, those who stand in for somebody included. */
  async idsWith(permission: StaffPermission, departmentId: string | null): Promise<string[]> {
    const roles = STAFF_ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
    const holders = await this.assignments.findHolders(roles, departmentId);
    const delegable = roles.some((role) => REVIEW_ROLES.includes(role));
    const delegates = delegable ? await this.delegations.findDelegates(holders, this.clock.today()) : [];
    const people = await this.staff.findByIds([...new Set([...holders, ...delegates])]);
    return people.filter(({ disabledAt }) => disabledAt === null).map(({ id }) => id);
  }

  /** Review roles of those for whom a person stands in today. */
  private async rolesOfPrincipals(id: string): Promise<HeldRole[]> {
    const principals = await this.delegations.findPrincipals(id, this.clock.today());
    if (principals.length === 0) return [];
    const names = await this.names(principals);
    const held = await this.assignments.findOf(principals);
    return held
      .filter(({ role }) => REVIEW_ROLES.includes(role))
      .map(({ staffId, role, departmentId }) => ({
        role,
        departmentId,
        onBehalfOf: { id: staffId, name: names.get(staffId) ?? staffId },
      }));
  }
}
