import type { Subject } from '#libs/eligibility';

/** Whom a rule may be about, in the order in which they stand. */
export const SUBJECT_NAMES: readonly { subject: Subject; name: string }[] = [
  { subject: 'enterprise', name: '企业' },
  { subject: 'citizen', name: '群众' },
];
