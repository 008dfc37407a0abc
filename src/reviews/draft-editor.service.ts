import { Injectable } from '@nestjs/common';
import { OutOfScopeError } from '../accounts/accounts.errors.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { InvalidInputError } from '../common/common.errors.js';
import { isUniqueViolation } from '../database/driver-codes.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { StaffDirectory } from '../staff/staff-directory.service.js';
import type { StaffMember } from '../staff/staff-member.js';
import { holds } from '../staff/staff-scope.js';
import { DecisionsRepository } from './decisions.repository.js';
import { fieldLabel } from './draft.labels.js';
import { type DraftKind, type DraftState, REVIEW_STEPS } from './draft.terms.js';
import {
  changedFields,
  type DraftContent,
  draftHash,
  type FieldChange,
  mergeChanges,
  shapeFaults,
} from './drafts/draft-content.js';
import { DraftConflictError, DraftNotFoundError } from './drafts/draft.errors.js';
import type { Draft } from './drafts/draft.entity.js';
import { DraftsRepository } from './drafts/drafts.repository.js';
import type { DraftSubject } from './kinds/draft-kind.js';
import { DraftKinds } from './kinds/draft-kinds.js';
import { REVIEW_TRANSITIONS } from './review-transitions.js';
import { WrongStateError } from './review.errors.js';

/** Saves of one person within this time are one entry of the history. */
const ONE_EDIT_MS = 600_000;

/** What somebody wants to save. */
export interface DraftSave {
  /** The revision on which it is based; 0 where there was no draft. */
  revision: number;
  content: DraftContent;
}

/** Writes drafts; each save is one transaction and loses nothing that somebody else saved. */
@Injectable()
export class DraftEditorService {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly kinds: DraftKinds,
    private readonly directory: StaffDirectory,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Saves the whole content of a draft, which is made where there was none.
   * @throws DraftNotFoundError, InvalidInputError, DraftConflictError, OutOfScopeError, WrongStateError
   */
  async save(kind: DraftKind, code: string, wanted: DraftSave, member: StaffMember): Promise<void> {
    const faults = shapeFaults(this.kinds.of(kind).shape, wanted.content);
    if (faults.length > 0) throw new InvalidInputError(faults);
    const work = (): Promise<void> => this.saveOnce(kind, code, wanted, member);
    try {
      await this.uow.run(work);
    } catch (error) {
      // Two first saves at once: the slower one finds the draft of the faster.
      if (!isUniqueViolation(error)) throw error;
      await this.uow.run(work);
    }
  }

  /**
   * Gives the work up: the public version is what counts again; what was never public is removed.
   * @throws DraftNotFoundError, DraftConflictError, WrongStateError
   */
  discard(id: string, revision: number, member: StaffMember): Promise<void> {
    return this.uow.run(async () => {
      const draft = await this.drafts.lock(id);
      if (!draft) throw new DraftNotFoundError();
      if (!REVIEW_TRANSITIONS.find(draft.state, 'discard')) throw new WrongStateError(draft.state);
      if (!holds(member, 'catalogue.write', draft.departmentId)) throw new OutOfScopeError();
      if (draft.revision !== revision) throw await this.conflict(draft, revision, draft.content);
      const subject = await this.kinds.of(draft.kind).find(draft.code);
      const { kind, code, title, contentHash } = draft;
      await this.audit.record({
        action: 'draft.discarded',
        subject: { kind, id: code, name: title },
        versionHash: contentHash,
      });
      await this.drafts.delete(id);
      if (subject && !subject.wasPublic) await this.kinds.of(kind).remove(subject.id);
    });
  }

  private async saveOnce(
    kind: DraftKind,
    code: string,
    wanted: DraftSave,
    member: StaffMember,
  ): Promise<void> {
    const handler = this.kinds.of(kind);
    const known = await handler.find(code);
    if (!known) throw new DraftNotFoundError();
    const stored = await this.drafts.lockSubject(kind, known.id);
    const subject = stored ? ((await handler.find(code)) ?? known) : known;
    const now = this.clock.now();
    const { content, departmentId } = await handler.place(wanted.content);
    if (departmentId === undefined) {
      throw new InvalidInputError([
        { path: kind === 'interpretation' ? 'policy' : 'department', message: '请选择列表中的部门和政策' },
      ]);
    }
    const draft = stored ?? this.blank(kind, subject, now);
    const before = draft.state === 'published' ? subject.content : draft.content;
    const changes = changedFields(before, content);
    const isNew = !stored;
    if (wanted.revision !== draft.revision && changes.length > 0) {
      throw await this.conflict(draft, wanted.revision, before);
    }
    // A first draft of what nobody reads is worth keeping even unchanged: it can be submitted.
    if (changes.length === 0 && !(isNew && subject.publicContent === null)) return;
    this.requirePlaces(member, [subject.departmentId, draft.departmentId, departmentId]);
    const next = this.edited(draft, { content, departmentId, title: subject.title }, member, now);
    if (isNew) await this.drafts.insert(next);
    else await this.drafts.update(draft.id, next);
    if (next.state !== draft.state || next.round !== draft.round)
      await this.decisions.strike(draft, REVIEW_STEPS);
    await this.note(next, changes, member, now);
    await handler.touch(subject.id, next.title, now);
    await this.audit.record({
      action: isNew ? 'draft.created' : 'draft.edited',
      subject: { kind, id: code, name: next.title },
      versionHash: next.contentHash,
      detail: { revision: next.revision, fields: changes.map(({ field }) => field), from: draft.state },
    });
  }

  private edited(
    draft: Draft,
    { content, departmentId, title }: { content: DraftContent; departmentId: string | null; title: string },
    member: StaffMember,
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
      title: (typeof content.title === 'string' ? content.title : title).slice(0, 300),
      departmentId,
      revision: draft.revision + 1,
      urgent: state === 'returned' ? draft.urgent : false,
      silent: state === 'returned' ? draft.silent : false,
      scheduledFor: null,
      dueOn: null,
      ownerId: draft.ownerId ?? member.id,
      updatedBy: member.id,
      updatedAt: now,
    };
  }

  /** Adds the changes to the history, to the last entry where it is the same person's and young. */
  private async note(draft: Draft, changes: FieldChange[], member: StaffMember, now: Date): Promise<void> {
    const { id: draftId, cycle, revision } = draft;
    const last = await this.drafts.findLastEdit(draftId);
    const continues =
      last?.staffId === member.id &&
      last.cycle === cycle &&
      now.getTime() - last.startedAt.getTime() < ONE_EDIT_MS;
    if (last && continues) {
      const merged = mergeChanges(last.changes, changes);
      await this.drafts.updateEdit(last.id, { changes: merged, lastRevision: revision, endedAt: now });
      return;
    }
    await this.drafts.insertEdit({
      id: newId(),
      draftId,
      cycle,
      firstRevision: revision,
      lastRevision: revision,
      staffId: member.id,
      changes,
      startedAt: now,
      endedAt: now,
    });
  }

  private async conflict(draft: Draft, since: number, content: DraftContent): Promise<DraftConflictError> {
    const edits = await this.drafts.findEditsSince(draft.id, since);
    const names = await this.directory.names(edits.map(({ staffId }) => staffId));
    const changes = edits.flatMap(({ staffId, endedAt, changes: fields }) =>
      fields.map((change) => ({
        ...change,
        label: fieldLabel(change.field),
        by: { id: staffId, name: names.get(staffId) ?? staffId },
        at: endedAt.toISOString(),
      })),
    );
    const hash = draftHash(draft.kind, draft.code, content);
    return new DraftConflictError({ revision: draft.revision, hash, changes, content });
  }

  private requirePlaces(member: StaffMember, departmentIds: readonly (string | null)[]): void {
    const allowed = [...new Set(departmentIds)].every((id) => holds(member, 'catalogue.write', id));
    if (!allowed) throw new OutOfScopeError();
  }

  private blank(kind: DraftKind, subject: DraftSubject, now: Date): Draft {
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
}
