import { newId } from '../../database/new-id.js';
import type { DraftKind, DraftState } from '../draft.terms.js';
import type { DraftSubject } from '../kinds/draft-kind.js';
import { REVIEW_TRANSITIONS } from '../review-transitions.js';
import { WrongStateError } from '../review.errors.js';
import { type DraftContent, draftHash } from './draft-content.js';
import type { Draft } from './draft.entity.js';

/** What a draft is to say, and the department that it names; null: the whole city. */
export interface WantedDraft {
  content: DraftContent;
  departmentId: string | null;
}

/** The draft of a subject before anybody wrote: what is public, or nothing. */
export function blankDraft(kind: DraftKind, subject: DraftSubject, now: Date): Draft {
  const state: DraftState = subject.publicContent === null ? 'draft' : 'published';
  return {
    id: newId(),
    kind,
    subjectId: subject.id,
    code: subject.code,
    title: subject.title,
    departmentId: subject.departmentId,
    state,
    round: 0,
    revision: 0,
    cycle: 1,
    content: subject.content,
    contentHash: draftHash(kind, subject.code, subject.content),
    urgent: false,
    silent: false,
    scheduledFor: null,
    dueOn: null,
    submissionId: null,
    ownerId: null,
    updatedBy: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** The draft after somebody wrote. @throws WrongStateError where nobody may write */
export function editedDraft(
  draft: Draft,
  { content, departmentId }: WantedDraft,
  staffId: string,
  now: Date,
): Draft {
  const transition = REVIEW_TRANSITIONS.find(draft.state, 'edit');
  if (!transition) throw new WrongStateError(draft.state);
  const state: DraftState = transition.to;
  return {
    ...draft,
    state,
    content,
    contentHash: draftHash(draft.kind, draft.code, content),
    title: (typeof content.title === 'string' ? content.title : draft.title).slice(0, 300),
    departmentId,
    revision: draft.revision + 1,
    urgent: state === 'returned' ? draft.urgent : false,
    silent: state === 'returned' ? draft.silent : false,
    scheduledFor: null,
    dueOn: null,
    ownerId: draft.ownerId ?? staffId,
    updatedBy: staffId,
    updatedAt: now,
  };
}

/** Whether writing it ended a round of reviews: what was approved counts no more. */
export const endsRound = (before: Draft, after: Draft): boolean =>
  after.state !== before.state || after.round !== before.round;

/** What a draft says now: its own words, or those of the public version. */
export const presentContent = (draft: Draft | null | undefined, subject: DraftSubject): DraftContent =>
  draft && draft.state !== 'published' ? draft.content : subject.content;
