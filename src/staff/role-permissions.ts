import type { StaffPermission } from '../accounts/permissions.js';
import { STAFF_ROLES, type StaffRole } from './role.terms.js';

/** What each role may do, in the department (or city) where it is held: the one place that says so. */
export const ROLE_PERMISSIONS: Record<StaffRole, readonly StaffPermission[]> = {
  registrar: ['catalogue.read', 'catalogue.write', 'catalogue.import', 'reviews.submit', 'statistics.read'],
  'department-reviewer': ['catalogue.read', 'reviews.decide', 'reviews.first', 'statistics.read'],
  leader: ['catalogue.read', 'reviews.decide', 'reviews.second', 'statistics.read'],
  'publishing-office': [
    'catalogue.read',
    'catalogue.terms',
    'clauses.end',
    'reviews.decide',
    'reviews.third',
    'statistics.read',
    'push.read',
    'push.operate',
    'push.urgent',
  ],
  administrator: [
    'catalogue.read',
    'catalogue.write',
    'catalogue.import',
    'catalogue.terms',
    'clauses.end',
    'reviews.submit',
    'statistics.read',
    'push.read',
    'push.operate',
    'push.urgent',
    'staff.read',
    'staff.manage',
    'audit.read',
  ],
  auditor: ['catalogue.read', 'statistics.read', 'push.read', 'staff.read', 'audit.read'],
};

const isRole = (role: string): role is StaffRole => STAFF_ROLES.some((known) => known === role);

/** The permissions of a role; a role that this version does not know grants nothing. */
export const permissionsOf = (role: string): readonly StaffPermission[] =>
  isRole(role) ? ROLE_PERMISSIONS[role] : [];
