import type { StaffPermission } from '../accounts/permissions.js';

/** A signed-in staff member with what the role grants right now. */
export interface StaffMember {
  id: string;
  username: string;
  role: string;
  permissions: readonly StaffPermission[];
}
