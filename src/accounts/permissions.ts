import { SetMetadata } from '@nestjs/common';

/** Everything a route may ask of its caller: nothing, an account, any staff member, or `area.action` of a role. */
export const PERMISSIONS = [
  'public',
  'signed-in',
  'staff',
  'catalogue.import',
  'catalogue.edit',
  'clauses.publish',
  'push.operate',
  'push.urgent',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a staff member's role may grant. */
export type StaffPermission = Exclude<Permission, 'public' | 'signed-in' | 'staff'>;

export const REQUIRED_PERMISSION = 'required-permission';

/** Declares who may call a route; a route without a declaration answers nobody. */
export const Requires = (permission: Permission): MethodDecorator & ClassDecorator =>
  SetMetadata(REQUIRED_PERMISSION, permission);
