import type { StaffPermission } from '../accounts/permissions.js';
import { STAFF_ROLES, type StaffRole } from './staff.entity.js';

/** What each role may do: the one place that says so. */
const ROLE_PERMISSIONS: Record<StaffRole, readonly StaffPermission[]> = {
  administrator: ['catalogue.import', 'catalogue.edit', 'clauses.publish', 'push.operate', 'push.urgent'],
};

const isRole = (role: string): role is StaffRole => STAFF_ROLES.some((known) => known === role);

/** The permissions of a role; a role that this version does not know grants nothing. */
export const permissionsOf = (role: string): readonly StaffPermission[] =>
  isRole(role) ? ROLE_PERMISSIONS[role] : [];
