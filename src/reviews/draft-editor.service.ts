import { Injectable } from '@nestjs/common';
import { OutOfScopeError } from '../accounts/accounts.errors.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { InvalidInputError } from '../common/common.errors.js';
import { isUniqueViolation } from '../database/driver-codes.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { StaffDirectory } from '../staff/staff-directory.service.js';
import type { StaffMember } from '../staff/staff-member.js';
import { holds } from '../staff/staff-scope.js';
import { DecisionsRepository } from './decisions.repository.js';
import { fieldLabel } from './draft.labels.js';
import { type DraftKind, REVIEW_STEPS } from './draft.terms.js';
import { changedFields, type DraftContent, draftHash, shapeFaults } from './drafts/draft-content.js';
import { DraftConflictError, DraftNotFoundError } from './drafts/draft.errors.js';
import type { Draft } from './drafts/draft.entity.js';
import { DraftNotesService } from './drafts/draft-notes.service.js';
import { blankDraft, editedDraft, endsRound, presentContent } from './drafts/draft-writing.js';
import { DraftsRepository } from './drafts/drafts.repository.js';
import type { DraftSubject } from './kinds/draft-kind.js';
import { DraftKinds } from './kinds/draft-kinds.js';
import { REVIEW_TRANSITIONS } from './review-transitions.js';
import { WrongStateError } from './review.errors.js';

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
    private readonly notes: DraftNotesService,
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
    // Read before the transaction: what that one sees is what was there at its first read, and the lock comes before.
    const known = await this.kinds.of(kind).find(code);
    if (!known) throw new DraftNotFoundError();
    const work = (): Promise<void> => this.saveOnce(kind, known, wanted, member);
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
    { id: subjectId, code }: Pick<DraftSubject, 'id' | 'code'>,
    wanted: DraftSave,
    member: StaffMember,
  ): Promise<void> {
    const handler = this.kinds.of(kind);
    const stored = await this.drafts.lockSubject(kind, subjectId);
    const subject = await handler.find(code);
    if (!subject) throw new DraftNotFoundError();
    const now = this.clock.now();
    const { content, departmentId } = await handler.place(wanted.content);
    if (departmentId === undefined) {
      throw new InvalidInputError([
        { path: kind === 'interpretation' ? 'policy' : 'department', message: '请选择列表中的部门和政策' },
      ]);
    }
    const draft = stored ?? blankDraft(kind, subject, now);
    const before = presentContent(draft, subject);
    const changes = changedFields(before, content);
    const isNew = !stored;
    if (wanted.revision !== draft.revision && changes.length > 0) {
      throw await this.conflict(draft, wanted.revision, before);
    }
    // A first draft of what nobody reads is worth keeping even unchanged: it can be submitted.
    if (changes.length === 0 && !(isNew && subject.publicContent === null)) return;
    this.requirePlaces(member, [subject.departmentId, draft.departmentId, departmentId]);
    const next = editedDraft(draft, { content, departmentId }, member.id, now);
    if (isNew) await this.drafts.insertAll([next]);
    else await this.drafts.update(draft.id, next);
    if (endsRound(draft, next)) await this.decisions.strike(draft, REVIEW_STEPS);
    await this.notes.note(next, changes, member.id, now);
    await handler.touch(subject.id, next.title, now);
    await this.audit.record({
      action: isNew ? 'draft.created' : 'draft.edited',
      subject: { kind, id: code, name: next.title },
      versionHash: next.contentHash,
      detail: { revision: next.revision, fields: changes.map(({ field }) => field), from: draft.state },
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
}
