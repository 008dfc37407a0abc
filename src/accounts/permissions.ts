import { SetMetadata } from '@nestjs/common';

/** Everything a route may ask of its caller; staff permissions are `area.action`. */
export const PERMISSIONS = [
  'public',
  'signed-in',
  'staff',
  'catalogue.import',
  'catalogue.edit',
  'clauses.publish',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const REQUIRED_PERMISSION = 'required-permission';

/** Declares who may call a route; a route without a declaration answers nobody. */
export const Requires = (permission: Permission): MethodDecorator & ClassDecorator =>
  SetMetadata(REQUIRED_PERMISSION, permission);
