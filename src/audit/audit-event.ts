import type { AuditAction, AuditActorKind, AuditSubjectKind } from './audit.labels.js';

/** Who acted; the name as it was then. */
export interface AuditActor {
  kind: AuditActorKind;
  id: string | null;
  name: string;
}

/** From where: the network address, the browser or program, and the request as the server's log knows it. */
export interface AuditOrigin {
  address: string;
  agent: string;
  requestId: string | null;
}

/** One thing that somebody did. */
export interface AuditEvent {
  action: AuditAction;
  /** `id` is the code by which people know it, or an id; `name` is what it was called then. */
  subject: { kind: AuditSubjectKind; id: string; name?: string };
  /** Where the subject has versions: exactly which, and the hash of its content. */
  versionId?: string | null;
  versionHash?: string | null;
  /** What else matters; never a password, token or secret. */
  detail?: Record<string, unknown>;
  /** Both are those of the request under way where they are left out, those of this process where there is none. */
  actor?: AuditActor;
  origin?: AuditOrigin;
}
