import type { StaffPermission } from '../accounts/permissions.js';
import { OutOfScopeError } from '../accounts/accounts.errors.js';
import type { HeldRole, StaffMember } from '../staff/staff-member.js';
import { rolesGranting } from '../staff/staff-scope.js';
import type { ReviewTransition } from './review-transitions.js';
import { NotIndependentError } from './review.errors.js';

/** Who took part in the present content of a draft: they cannot review it. */
export interface Participants {
  /** Wrote or submitted it since the last publication. */
  authors: ReadonlySet<string>;
  /** Have a standing decision, themselves or through somebody who stood in. */
  deciders: ReadonlySet<string>;
}

function isIndependent(member: StaffMember, role: HeldRole, { authors, deciders }: Participants): boolean {
  const people = [member.id, ...(role.onBehalfOf ? [role.onBehalfOf.id] : [])];
  return people.every((id) => !authors.has(id) && !deciders.has(id));
}

/**
 * The role in which a person may take a transition; one of their own before one in another's place.
 * @throws OutOfScopeError, NotIndependentError
 */
export function roleFor(
  transition: ReviewTransition,
  member: StaffMember,
  departmentId: string | null,
  participants: Participants,
): HeldRole {
  const permission: StaffPermission | null = transition.permission;
  const roles = permission === null ? [] : rolesGranting(member, permission, departmentId);
  if (roles.length === 0) throw new OutOfScopeError();
  const fit = transition.independent
    ? roles.find((role) => isIndependent(member, role, participants))
    : roles[0];
  if (!fit) throw new NotIndependentError();
  return fit;
}

/** Whether a person may take a transition. */
export function mayTake(...args: Parameters<typeof roleFor>): boolean {
  try {
    roleFor(...args);
    return true;
  } catch (error) {
    if (error instanceof OutOfScopeError || error instanceof NotIndependentError) return false;
    throw error;
  }
}
