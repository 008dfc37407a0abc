import type { AuditEvent } from '../audit/audit-event.js';
import type { ClausePlan } from './plan-clause.js';

/** What goes on record about a clause that is written: the version, and whether it goes public. */
export function auditOf({ clause, version, announce, outcome }: ClausePlan): AuditEvent[] {
  const subject = { kind: 'clause', id: clause.code, name: clause.latestTitle } as const;
  const versionId = version?.id ?? clause.latestVersionId;
  const versionHash = version?.contentHash ?? null;
  const saved: AuditEvent = { action: 'clause.saved', subject, versionId, versionHash, detail: { outcome } };
  if (!announce) return [saved];
  return [saved, { action: 'clause.published', subject, versionId, versionHash, detail: { kind: announce } }];
}
