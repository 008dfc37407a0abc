import type { VersionHead } from './clause-writes.repository.js';
import type { Clause } from './clause.entity.js';

/** What a clause is like, and what is wanted of it. */
export interface PublicationCase {
  /** Absent for a new clause. */
  stored: Pick<Clause, 'status' | 'publishedVersionId'> | undefined;
  /** The newest version, published or not. */
  latest: VersionHead | undefined;
  /** The version the public reads or last read. */
  published: VersionHead | undefined;
  /** Hash of the content that is wanted. */
  hash: string;
  /** Whether the wanted content is to be public. */
  wantsPublic: boolean;
}

export interface PublicationDecision {
  /**
   * `keep` the latest version, add the `next` one, put new content in place of a `draft` that was never public,
   * or go `back` from such a draft to the public version.
   */
  version: 'keep' | 'next' | 'draft' | 'back';
  /** How subscribers are told of what goes public; null where nothing does. */
  goesPublic: 'published' | 'amended' | null;
}

/**
 * Decides what becomes of the versions of a clause; the only place that does, for files, the API and the console.
 * A version goes public at most once, because people are told once per version: what comes back after a withdrawal
 * is a version of its own.
 */
export function decidePublication(wanted: PublicationCase): PublicationDecision {
  const { stored, latest, published, hash, wantsPublic } = wanted;
  const isPublic = stored?.status === 'published';
  const openDraft = latest !== undefined && latest.publishedAt === null;
  if (isPublic && published?.contentHash === hash) {
    return { version: openDraft ? 'back' : 'keep', goesPublic: null };
  }
  const goesPublic = !wantsPublic ? null : isPublic ? 'amended' : 'published';
  if (latest?.contentHash === hash && (openDraft || !goesPublic)) return { version: 'keep', goesPublic };
  return { version: openDraft ? 'draft' : 'next', goesPublic };
}
