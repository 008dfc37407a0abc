import { Injectable } from '@nestjs/common';
import { addWorkingDays } from '#libs/workdays';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { InvalidInputError } from '../common/common.errors.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { HeldRole, StaffMember } from '../staff/staff-member.js';
import { DecisionsRepository } from './decisions.repository.js';
import { type DraftState, isStep, REVIEW_STEPS } from './draft.terms.js';
import { DraftNotFoundError, NothingChangedError } from './drafts/draft.errors.js';
import type { Draft } from './drafts/draft.entity.js';
import { draftHash } from './drafts/draft-content.js';
import { DraftsRepository } from './drafts/drafts.repository.js';
import { DraftKinds } from './kinds/draft-kinds.js';
import { ParticipantsService } from './participants.service.js';
import { ReviewNoticesService } from './review-notices.service.js';
import { roleFor } from './review-rules.js';
import {
  REVIEW_TRANSITIONS,
  type ReviewAction,
  type ReviewTransition,
  STEP_RULES,
} from './review-transitions.js';
import { OtherVersionError, WrongStateError } from './review.errors.js';
import type { DecisionAction } from './review.terms.js';

/** What a person says with an action. */
export interface ReviewInput {
  /** Of the content that the person saw. */
  hash?: string;
  comment?: string;
  urgent?: boolean;
  silent?: boolean;
  scheduledFor?: Date | null;
}

/** Who acts; the clock has no member. */
interface Actor {
  id: string | null;
  name: string;
  role: HeldRole | null;
}

const CLOCK: Actor = { id: null, name: '系统', role: null };

const DECISION_OF: Partial<Record<ReviewAction, DecisionAction>> = {
  submit: 'submit',
  approve: 'approve',
  schedule: 'approve',
  'return-author': 'return',
  'return-previous': 'return',
  recall: 'recall',
  publish: 'publish',
  fail: 'fail',
};

/** Leads drafts through the three reviews; every action is one transaction. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly participants: ParticipantsService,
    private readonly kinds: DraftKinds,
    private readonly notices: ReviewNoticesService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DraftNotFoundError, WrongStateError, OutOfScopeError, NotIndependentError, OtherVersionError,
   *   InvalidInputError, NothingChangedError, CannotPublishError
   */
  act(
    id: string,
    action: 'submit' | 'approve' | 'return-author' | 'return-previous' | 'recall',
    member: StaffMember,
    input: ReviewInput,
  ): Promise<void> {
    return this.uow.run(async () => {
      const draft = await this.drafts.lock(id);
      if (!draft) throw new DraftNotFoundError();
      const transition = this.transitionOf(draft, action);
      const participants = await this.participants.of(draft);
      const role = roleFor(transition, member, draft.departmentId, participants);
      if (transition.hash && input.hash !== draft.contentHash) throw new OtherVersionError();
      if (transition.comment && !input.comment?.trim()) {
        throw new InvalidInputError([{ path: 'comment', message: '请写明退回的原因' }]);
      }
      if (action === 'submit') await this.requireFit(draft);
      await this.take(draft, transition, { id: member.id, name: member.name, role }, input);
    });
  }

  /** Publishes what is due; what cannot be published is returned to its author. Call it as often as you like. */
  release(id: string): Promise<void> {
    return this.uow.run(async () => {
      const draft = await this.drafts.lock(id);
      const due = draft?.scheduledFor && draft.scheduledFor <= this.clock.now();
      if (draft?.state !== 'scheduled' || !due) return;
      const faults = await this.kinds.of(draft.kind).faults(draft.code, draft.content);
      const transition = this.transitionOf(draft, faults.length > 0 ? 'fail' : 'publish');
      const comment = faults.length > 0 ? faults.map(({ message }) => message).join('；') : undefined;
      await this.take(draft, transition, CLOCK, { comment });
    });
  }

  private transitionOf(draft: Draft, wanted: ReviewAction): ReviewTransition {
    const { scheduledFor, state } = draft;
    const later = scheduledFor !== null && scheduledFor > this.clock.now();
    const action = wanted === 'approve' && state === 'third' && later ? 'schedule' : wanted;
    const transition = REVIEW_TRANSITIONS.find(state, action);
    if (!transition) throw new WrongStateError(state);
    return transition;
  }

  private async requireFit(draft: Draft): Promise<void> {
    const handler = this.kinds.of(draft.kind);
    const faults = await handler.faults(draft.code, draft.content);
    if (faults.length > 0) throw new InvalidInputError(faults);
    const subject = await handler.find(draft.code);
    const publicHash = subject?.publicContent && draftHash(draft.kind, draft.code, subject.publicContent);
    if (publicHash === draft.contentHash) throw new NothingChangedError();
  }

  private async take(
    draft: Draft,
    transition: ReviewTransition,
    actor: Actor,
    input: ReviewInput,
  ): Promise<void> {
    const now = this.clock.now();
    const next: Draft = {
      ...draft,
      state: transition.to,
      round: draft.round + (transition.newRound ? 1 : 0),
    };
    if (transition.action === 'submit') await this.handIn(next, actor, input, now);
    if (transition.strikes) await this.decisions.strike(draft, this.struckSteps(transition));
    next.dueOn = isStep(next.state) ? this.dueOn(next) : null;
    await this.decide(draft, next, transition, actor, input, now);
    if (next.state === 'published') await this.publish(next, now);
    await this.drafts.update(draft.id, { ...next, updatedAt: now });
    await this.audit.record({
      action: `draft.${transition.action as 'submit'}`,
      subject: { kind: draft.kind, id: draft.code, name: draft.title },
      versionId: next.submissionId,
      versionHash: draft.contentHash,
      detail: {
        from: draft.state,
        to: next.state,
        round: next.round,
        onBehalfOf: actor.role?.onBehalfOf?.id,
      },
    });
    await this.notices.tellOf(next, transition, actor.name, input.comment);
  }

  private async handIn(next: Draft, actor: Actor, input: ReviewInput, now: Date): Promise<void> {
    const { id: draftId, round, content, contentHash } = next;
    next.submissionId = newId();
    next.urgent = input.urgent ?? false;
    next.silent = input.silent ?? false;
    next.scheduledFor = input.scheduledFor ?? null;
    next.ownerId = actor.id;
    await this.decisions.insertSubmission({
      id: next.submissionId,
      draftId,
      round,
      content,
      contentHash,
      submittedBy: actor.id ?? '',
      submittedAt: now,
      publishedAt: null,
      publishedVersion: null,
    });
  }

  /** The public version, the index, the push: all in the transaction of the decision. */
  private async publish(next: Draft, now: Date): Promise<void> {
    const { kind, code, content, silent, urgent, submissionId } = next;
    const version = await this.kinds.of(kind).publish(code, content, { silent, urgent });
    if (submissionId) await this.decisions.markPublished(submissionId, now, version);
    next.cycle += 1;
    next.urgent = false;
    next.silent = false;
    next.scheduledFor = null;
  }

  private async decide(
    draft: Draft,
    next: Draft,
    { action }: ReviewTransition,
    actor: Actor,
    { comment }: ReviewInput,
    now: Date,
  ): Promise<void> {
    const decision = DECISION_OF[action];
    if (!decision) return;
    await this.decisions.insert({
      id: newId(),
      draftId: draft.id,
      submissionId: next.submissionId,
      cycle: draft.cycle,
      round: action === 'submit' ? next.round : draft.round,
      step: draft.state,
      action: decision,
      result: next.state,
      staffId: actor.id,
      name: actor.name.slice(0, 64),
      onBehalfOfId: actor.role?.onBehalfOf?.id ?? null,
      onBehalfOf: actor.role?.onBehalfOf?.name.slice(0, 64) ?? null,
      comment: comment?.trim() || null,
      contentHash: draft.contentHash,
      standing: decision === 'approve',
      inTime: isStep(draft.state) && draft.dueOn !== null ? this.clock.today() <= draft.dueOn : null,
      decidedAt: now,
    });
  }

  private struckSteps({ strikes, to }: ReviewTransition): DraftState[] {
    if (strikes === 'all' || !isStep(to)) return [...REVIEW_STEPS];
    return REVIEW_STEPS.slice(REVIEW_STEPS.indexOf(to));
  }

  private dueOn({ state, urgent }: Draft): string | null {
    if (!isStep(state)) return null;
    return addWorkingDays(this.clock.today(), STEP_RULES[state].workingDays[urgent ? 'urgent' : 'normal']);
  }
}
