import type { AuditAction, AuditSubjectKind } from './audit.labels.js';

/** Which entries are wanted; what is absent does not matter. */
export interface AuditFilter {
  /** A name for signing in, as it was then. */
  actor?: string;
  action?: AuditAction;
  subjectKind?: AuditSubjectKind;
  subjectId?: string;
  /** From this instant on. */
  from?: Date;
  /** Before this instant. */
  until?: Date;
}
