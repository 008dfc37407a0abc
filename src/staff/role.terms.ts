/** What a person may be appointed as (岗位); several per person, each in a department or in the whole city. */
export const STAFF_ROLES = [
  'registrar',
  'department-reviewer',
  'leader',
  'publishing-office',
  'administrator',
  'auditor',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Roles that are held in one department each; the others are held in the whole city. */
export const DEPARTMENT_ROLES: readonly StaffRole[] = ['registrar', 'department-reviewer', 'leader'];

/** Roles whose work somebody else can do while the person is away. */
export const REVIEW_ROLES: readonly StaffRole[] = ['department-reviewer', 'leader', 'publishing-office'];
