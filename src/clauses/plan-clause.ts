import { newId } from '../database/new-id.js';
import type { ClauseVersionTopic } from './clause-version-topic.entity.js';
import type { ClauseVersion } from './clause-version.entity.js';
import { contentOf, hashOf } from './clause-content.js';
import type { Clause } from './clause.entity.js';
import type { ResolvedClause } from './clause-references.js';
import type { VersionHead } from './clause-writes.repository.js';

/** What to write for one record. */
export interface ClausePlan {
  outcome: 'created' | 'updated';
  clause: Clause;
  version: ClauseVersion | null;
  tags: ClauseVersionTopic[];
  /** A version that stops being the published one. */
  supersedes: string | null;
  /** A draft that this one replaces. */
  replaces: string | null;
  /** Tell subscribers: a version goes public that was not public before. */
  announce: 'published' | 'amended' | null;
}

const blankClause = (now: Date): Clause => ({
  id: newId(),
  code: '',
  departmentId: '',
  policyId: '',
  ordinal: 0,
  status: 'draft',
  publishedVersionId: null,
  latestVersionId: null,
  publishedAt: null,
  applyTo: null,
  createdAt: now,
  updatedAt: now,
});

/** Makes `version` what the public reads. */
export function publishVersion(
  clause: Clause,
  version: Pick<ClauseVersion, 'id' | 'applyTo'>,
  now: Date,
): void {
  clause.status = 'published';
  clause.publishedVersionId = version.id;
  clause.publishedAt = now;
  clause.applyTo = version.applyTo;
}

function sameIdentity(stored: Clause, wanted: ResolvedClause): boolean {
  const { record, department, policyId } = wanted;
  return (
    stored.departmentId === department.id && stored.policyId === policyId && stored.ordinal === record.ordinal
  );
}

/** A version number and row for new content; a draft that was never published is replaced, not kept. */
function addVersion(
  plan: ClausePlan,
  wanted: ResolvedClause,
  latest: VersionHead | undefined,
  now: Date,
): void {
  const content = contentOf(wanted);
  const replacesDraft = latest !== undefined && latest.publishedAt === null;
  const id = newId();
  plan.replaces = replacesDraft ? latest.id : null;
  plan.version = {
    ...content,
    id,
    clauseId: plan.clause.id,
    number: (latest?.number ?? 0) + (replacesDraft ? 0 : 1),
    contentHash: hashOf(content, wanted.topicIds),
    createdAt: now,
    publishedAt: null,
    supersededAt: null,
  };
  plan.tags = wanted.topicIds.map((topicId) => ({ clauseVersionId: id, topicId }));
  plan.clause.latestVersionId = id;
}

function publish(plan: ClausePlan, applyTo: string | null, now: Date): void {
  const { clause, version } = plan;
  const id = version?.id ?? clause.latestVersionId;
  if (id === null) return;
  plan.supersedes = clause.publishedVersionId;
  plan.announce = clause.publishedVersionId === null ? 'published' : 'amended';
  publishVersion(clause, { id, applyTo }, now);
  if (version) version.publishedAt = now;
}

/** Compares a record with what is stored and plans the writes; null where nothing changes. */
export function planClause(
  wanted: ResolvedClause,
  stored: Clause | undefined,
  latest: VersionHead | undefined,
  now: Date,
): ClausePlan | null {
  const { record, department, policyId, topicIds } = wanted;
  const content = contentOf(wanted);
  const sameContent = latest?.contentHash === hashOf(content, topicIds);
  const isPublic = sameContent && stored?.status === 'published' && latest.id === stored.publishedVersionId;
  const goesPublic = record.status === 'published' && !isPublic;
  if (stored && sameContent && sameIdentity(stored, wanted) && !goesPublic) return null;

  const identity = { code: record.code, departmentId: department.id, policyId, ordinal: record.ordinal };
  const plan: ClausePlan = {
    outcome: stored ? 'updated' : 'created',
    clause: { ...(stored ?? blankClause(now)), ...identity, updatedAt: now },
    version: null,
    tags: [],
    supersedes: null,
    replaces: null,
    announce: null,
  };
  // Going public again after a withdrawal needs a version of its own: people are told once per version.
  if (!sameContent || (goesPublic && latest.publishedAt !== null)) addVersion(plan, wanted, latest, now);
  if (goesPublic) publish(plan, content.applyTo, now);
  return plan;
}
