import { newId } from '../database/new-id.js';
import { type ClauseContent, contentOf, hashOf } from './clause-content.js';
import type { ResolvedClause } from './clause-references.js';
import type { ClauseVersionTopic } from './clause-version-topic.entity.js';
import type { ClauseVersion } from './clause-version.entity.js';
import type { VersionHead } from './clause-writes.repository.js';
import type { Clause } from './clause.entity.js';
import { decidePublication, type PublicationDecision } from './decide-publication.js';

/** What to write for one clause. */
export interface ClausePlan {
  outcome: 'created' | 'updated';
  clause: Clause;
  version: ClauseVersion | null;
  tags: ClauseVersionTopic[];
  /** A version that stops being the published one. */
  supersedes: string | null;
  /** A draft that goes away. */
  replaces: string | null;
  /** A version that is stored already and becomes public now. */
  releases: string | null;
  /** Tell subscribers: a version goes public that was not public before. */
  announce: 'published' | 'amended' | null;
}

/** The stored versions that decide what a record changes. */
export interface StoredVersions {
  latest: VersionHead | undefined;
  published: VersionHead | undefined;
}

export const blankClause = (now: Date): Clause => ({
  id: newId(),
  code: '',
  departmentId: '',
  policyId: '',
  ordinal: 0,
  status: 'draft',
  publishedVersionId: null,
  latestVersionId: null,
  latestTitle: '',
  publishedAt: null,
  applyTo: null,
  expiresOn: null,
  endedAt: null,
  endReason: null,
  hiddenThrough: null,
  successorId: null,
  catalogueEntryId: null,
  createdAt: now,
  updatedAt: now,
});

function sameIdentity(stored: Clause, wanted: ResolvedClause): boolean {
  const { record, department, policyId } = wanted;
  return (
    stored.departmentId === department.id && stored.policyId === policyId && stored.ordinal === record.ordinal
  );
}

const NOT_ENDED = { expiresOn: null, endedAt: null, endReason: null, successorId: null };

interface Wanted {
  content: ClauseContent;
  hash: string;
  topicIds: readonly string[];
}

/** Turns a decision into rows; `clause` is a copy that this changes. */
function carryOut(
  decision: PublicationDecision,
  clause: Clause,
  wanted: Wanted,
  latest: VersionHead | undefined,
  now: Date,
): Omit<ClausePlan, 'outcome'> {
  const { version: change, goesPublic } = decision;
  const plan: Omit<ClausePlan, 'outcome'> = {
    clause,
    version: null,
    tags: [],
    supersedes: null,
    replaces: (change === 'draft' || change === 'back') && latest ? latest.id : null,
    releases: null,
    announce: goesPublic,
  };
  clause.updatedAt = now;
  clause.latestTitle = wanted.content.title;
  if (change === 'back') clause.latestVersionId = clause.publishedVersionId;
  if (change === 'next' || change === 'draft') {
    const id = newId();
    plan.version = {
      ...wanted.content,
      id,
      clauseId: clause.id,
      number: (latest?.number ?? 0) + (change === 'next' ? 1 : 0),
      contentHash: wanted.hash,
      createdAt: now,
      publishedAt: goesPublic ? now : null,
      supersededAt: null,
    };
    plan.tags = wanted.topicIds.map((topicId) => ({ clauseVersionId: id, topicId }));
    clause.latestVersionId = id;
  }
  if (goesPublic) {
    plan.supersedes = clause.publishedVersionId;
    plan.releases = plan.version ? null : clause.latestVersionId;
    clause.status = 'published';
    clause.publishedVersionId = clause.latestVersionId;
    clause.publishedAt = now;
    clause.applyTo = wanted.content.applyTo;
    // What comes back after its end begins anew.
    if (clause.endedAt !== null) Object.assign(clause, NOT_ENDED);
  }
  return plan;
}

/** Compares a record with what is stored and plans the writes; null where nothing changes. */
export function planClause(
  wanted: ResolvedClause,
  stored: Clause | undefined,
  { latest, published }: StoredVersions,
  now: Date,
): ClausePlan | null {
  const { record, department, policyId, topicIds } = wanted;
  const content = contentOf(wanted);
  // Files with tables cannot say anything of attachments: what is there stays.
  if (record.attachments === undefined) content.attachments = latest?.attachments ?? null;
  const hash = hashOf(content, topicIds);
  const wantsPublic = record.status === 'published';
  const decision = decidePublication({ stored, latest, published, hash, wantsPublic });
  const changesNothing = decision.version === 'keep' && !decision.goesPublic;
  if (stored && changesNothing && sameIdentity(stored, wanted)) return null;
  const identity = { code: record.code, departmentId: department.id, policyId, ordinal: record.ordinal };
  const clause = { ...(stored ?? blankClause(now)), ...identity };
  const plan = carryOut(decision, clause, { content, hash, topicIds }, latest, now);
  return { ...plan, outcome: stored ? 'updated' : 'created' };
}

/** Plans that the latest version goes public as it is; null where it is public already. */
export function planPublication(
  stored: Clause,
  latest: ClauseVersion,
  published: VersionHead | undefined,
  topicIds: readonly string[],
  now: Date,
): ClausePlan | null {
  const hash = latest.contentHash;
  const decision = decidePublication({ stored, latest, published, hash, wantsPublic: true });
  if (!decision.goesPublic) return null;
  return {
    ...carryOut(decision, { ...stored }, { content: copyOf(latest), hash, topicIds }, latest, now),
    outcome: 'updated',
  };
}

function copyOf(version: ClauseVersion): ClauseContent {
  const { id, clauseId, number, contentHash, createdAt, publishedAt, supersededAt, ...content } = version;
  return content;
}
