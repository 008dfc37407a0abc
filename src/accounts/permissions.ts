import { SetMetadata } from '@nestjs/common';

/** Everything a route may ask of its caller: nothing, an account, any staff member, or `area.action` of a role. */
export const PERMISSIONS = [
  'public',
  'signed-in',
  'staff',
  'catalogue.read',
  'catalogue.write',
  'catalogue.import',
  'catalogue.terms',
  'clauses.end',
  'reviews.submit',
  'reviews.decide',
  'reviews.first',
  'reviews.second',
  'reviews.third',
  'statistics.read',
  'push.read',
  'push.operate',
  'push.urgent',
  'staff.read',
  'staff.manage',
  'audit.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a staff member's role may grant. */
export type StaffPermission = Exclude<Permission, 'public' | 'signed-in' | 'staff'>;

/**
 * Where the permission must be held: in the whole `city`; anywhere, as for a list that the service narrows (`listed`);
 * or in the department of what the address names.
 */
export const SUBJECT_SCOPES = ['clause', 'policy', 'interpretation', 'draft'] as const;
export type SubjectScope = (typeof SUBJECT_SCOPES)[number];
export type Scope = 'city' | 'listed' | SubjectScope;

/** What a route declares. */
export interface Requirement {
  permission: Permission;
  scope: Scope;
}

export const REQUIREMENT = 'requirement';

/**
 * Declares who may call a route, and where they must hold that permission; a route without a declaration answers
 * nobody. The scope means something for permissions of roles only.
 */
export const Requires = (permission: Permission, scope: Scope = 'city'): MethodDecorator & ClassDecorator =>
  SetMetadata(REQUIREMENT, { permission, scope } satisfies Requirement);
