import type { StaffPermission } from '../accounts/permissions.js';

/** A role that somebody holds right now. */
export interface HeldRole {
  role: string;
  /** Null: in the whole city. */
  departmentId: string | null;
  /** Whom the person stands in for; null for a role of the person's own. */
  onBehalfOf: { id: string; name: string } | null;
}

/** A signed-in staff member with what the roles grant right now. */
export interface StaffMember {
  id: string;
  username: string;
  /** What others read: the person's name, or the user name where none was given. */
  name: string;
  roles: readonly HeldRole[];
  /** The roles ask for a second factor that is not set up; until then nothing is granted. */
  secondFactorMissing: boolean;
  /** Everything that is granted anywhere. */
  permissions: readonly StaffPermission[];
}
