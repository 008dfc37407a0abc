import type { StaffPermission } from '../accounts/permissions.js';
import { permissionsOf } from './role-permissions.js';
import type { HeldRole, StaffMember } from './staff-member.js';

/** Where a permission is held. */
export type HeldIn = 'all' | readonly string[];

const granting = (member: Pick<StaffMember, 'roles'>, permission: StaffPermission): HeldRole[] =>
  member.roles.filter(({ role }) => permissionsOf(role).includes(permission));

/** The departments where the permission is held, by id; `all` where it is held in the whole city. */
export function heldIn(member: Pick<StaffMember, 'roles'>, permission: StaffPermission): HeldIn {
  const departments = granting(member, permission).map(({ departmentId }) => departmentId);
  if (departments.includes(null)) return 'all';
  return [...new Set(departments.filter((id) => id !== null))];
}

/** Whether the permission is held in a department; null asks for the whole city. */
export function holds(
  member: Pick<StaffMember, 'roles'>,
  permission: StaffPermission,
  departmentId: string | null,
): boolean {
  const where = heldIn(member, permission);
  return where === 'all' || (departmentId !== null && where.includes(departmentId));
}

/** The roles that grant a permission in a department, those of the person's own first. */
export function rolesGranting(
  member: Pick<StaffMember, 'roles'>,
  permission: StaffPermission,
  departmentId: string | null,
): HeldRole[] {
  return granting(member, permission)
    .filter((role) => role.departmentId === null || role.departmentId === departmentId)
    .sort((a, b) => Number(a.onBehalfOf !== null) - Number(b.onBehalfOf !== null));
}
