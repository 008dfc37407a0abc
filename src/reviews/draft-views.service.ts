import { Injectable } from '@nestjs/common';
import { workingDaysAfter } from '#libs/workdays';
import { Clock } from '../common/clock.js';
import type { PageQuery } from '../common/page.query.js';
import type { Page } from '../common/page.view.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { StaffDirectory } from '../staff/staff-directory.service.js';
import type { StaffMember } from '../staff/staff-member.js';
import { holds } from '../staff/staff-scope.js';
import { DecisionsRepository } from './decisions.repository.js';
import { fieldLabel } from './draft.labels.js';
import { DRAFT_ACTIONS, type DraftAction, type DraftKind, isStep } from './draft.terms.js';
import { diffContents } from './drafts/diff-contents.js';
import { draftHash } from './drafts/draft-content.js';
import { DraftIncompleteError, DraftNotFoundError } from './drafts/draft.errors.js';
import type { Draft } from './drafts/draft.entity.js';
import { DraftsRepository } from './drafts/drafts.repository.js';
import type { DecisionView, DiffView, DraftEditView, DraftView } from './draft.view.js';
import type { DraftPreview } from './kinds/draft-preview.view.js';
import type { DraftSubject } from './kinds/draft-kind.js';
import { DraftKinds } from './kinds/draft-kinds.js';
import { ParticipantsService, type Participation } from './participants.service.js';
import type { ReviewDecision } from './review-decision.entity.js';
import { mayTake } from './review-rules.js';
import { REVIEW_TRANSITIONS } from './review-transitions.js';

const NOBODY: Participation = { authors: new Set(), deciders: new Set(), decisions: [] };

/** How a decision is shown. */
export const toDecisionView = (row: ReviewDecision): DecisionView => ({
  id: row.id,
  round: row.round,
  step: isStep(row.step) ? row.step : null,
  action: row.action,
  to: row.result,
  by: row.name,
  staffId: row.staffId,
  onBehalfOf: row.onBehalfOf,
  comment: row.comment,
  hash: row.contentHash,
  at: row.decidedAt.toISOString(),
  standing: row.standing,
});

/** The last return, as lists and drafts show it. */
export const toReturned = (row: ReviewDecision | undefined): DraftView['returned'] =>
  row
    ? {
        comment: row.comment ?? '',
        by: row.name,
        at: row.decidedAt.toISOString(),
        step: isStep(row.step) ? row.step : null,
      }
    : null;

/** Drafts as people see them. */
@Injectable()
export class DraftViewsService {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly participants: ParticipantsService,
    private readonly kinds: DraftKinds,
    private readonly directory: StaffDirectory,
    private readonly departments: DepartmentsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DraftNotFoundError */
  async get(id: string, member: StaffMember): Promise<DraftView> {
    const draft = await this.getRow(id);
    return this.view(draft.kind, draft, await this.getSubject(draft.kind, draft.code), member);
  }

  /**
   * The draft of a subject, or what it would begin with.
   * @throws DraftNotFoundError where there is no such subject
   */
  async ofSubject(kind: DraftKind, code: string, member: StaffMember): Promise<DraftView> {
    const subject = await this.getSubject(kind, code);
    return this.view(kind, await this.drafts.findBySubject(kind, subject.id), subject, member);
  }

  /** What changed against what the public reads. @throws DraftNotFoundError */
  async diff(id: string): Promise<DiffView> {
    const draft = await this.getRow(id);
    const { publicContent, publicVersion, content } = await this.getSubject(draft.kind, draft.code);
    const now = draft.state === 'published' ? content : draft.content;
    const from = publicContent === null ? '尚未发布' : `已发布的第 ${publicVersion ?? 1} 版`;
    return { from, to: '稿件', fields: diffContents(publicContent ?? {}, now) };
  }

  /** As the public would read it. @throws DraftNotFoundError, DraftIncompleteError */
  async preview(id: string): Promise<DraftPreview> {
    const { kind, code, content } = await this.getRow(id);
    const handler = this.kinds.of(kind);
    const faults = (await handler.faults(code, content)).filter(({ path }) => path !== 'policy');
    if (faults.length > 0) throw new DraftIncompleteError(faults);
    return handler.preview(code, content);
  }

  async decisionPage(id: string, query: PageQuery): Promise<Page<DecisionView>> {
    const { decisions, total } = await this.decisions.findPage(id, query);
    return { items: decisions.map(toDecisionView), page: query.page, pageSize: query.pageSize, total };
  }

  async editPage(id: string, query: PageQuery): Promise<Page<DraftEditView>> {
    const { edits, total } = await this.drafts.findEditPage(id, query);
    const names = await this.directory.names(edits.map(({ staffId }) => staffId));
    const items = edits.map(({ lastRevision, staffId, endedAt, changes }) => ({
      revision: lastRevision,
      by: { id: staffId, name: names.get(staffId) ?? staffId },
      at: endedAt.toISOString(),
      changes: changes.map((change) => ({ ...change, label: fieldLabel(change.field) })),
    }));
    return { items, page: query.page, pageSize: query.pageSize, total };
  }

  private async view(
    kind: DraftKind,
    draft: Draft | null,
    subject: DraftSubject,
    member: StaffMember,
  ): Promise<DraftView> {
    const state = draft?.state ?? (subject.publicContent === null ? 'draft' : 'published');
    const content = draft && draft.state !== 'published' ? draft.content : subject.content;
    const participation = draft ? await this.participants.of(draft) : NOBODY;
    const { authors, decisions } = participation;
    const people = [...authors, ...(draft?.updatedBy ? [draft.updatedBy] : [])];
    const names = await this.directory.names(people);
    const person = (id: string) => ({ id, name: names.get(id) ?? id });
    const departmentId = draft ? draft.departmentId : subject.departmentId;
    const places = await this.departments.named(departmentId === null ? [] : [departmentId]);
    const lastReturn = decisions.filter(({ action }) => action === 'return' || action === 'fail').at(-1);
    const today = this.clock.today();
    const dueOn = draft?.dueOn ?? null;
    return {
      id: draft?.id ?? null,
      kind,
      code: subject.code,
      title: draft?.title ?? subject.title,
      department: places.get(departmentId ?? '') ?? null,
      state,
      round: draft?.round ?? 0,
      revision: draft?.revision ?? 0,
      content,
      hash: draftHash(kind, subject.code, content),
      faults: await this.kinds.of(kind).faults(subject.code, content),
      urgent: draft?.urgent ?? false,
      silent: draft?.silent ?? false,
      scheduledFor: draft?.scheduledFor?.toISOString() ?? null,
      dueOn,
      overdueDays: dueOn === null ? 0 : workingDaysAfter(dueOn, today),
      publicVersion: subject.publicVersion,
      returned: toReturned(lastReturn),
      authors: [...authors].map(person),
      decisions: decisions.filter(({ round }) => round === draft?.round).map(toDecisionView),
      actions: this.actionsOf(draft, departmentId, participation, state, member),
      updatedAt: draft?.updatedAt.toISOString() ?? null,
      updatedBy: draft?.updatedBy ? person(draft.updatedBy) : null,
    };
  }

  private actionsOf(
    draft: Draft | null,
    departmentId: string | null,
    participation: Participation,
    state: DraftView['state'],
    member: StaffMember,
  ): DraftAction[] {
    if (!draft) return holds(member, 'catalogue.write', departmentId) ? ['edit'] : [];
    return DRAFT_ACTIONS.filter((action) => {
      const transition = REVIEW_TRANSITIONS.find(state, action);
      return transition !== undefined && mayTake(transition, member, departmentId, participation);
    });
  }

  private async getRow(id: string): Promise<Draft> {
    const draft = await this.drafts.findById(id);
    if (!draft) throw new DraftNotFoundError();
    return draft;
  }

  private async getSubject(kind: DraftKind, code: string): Promise<DraftSubject> {
    const subject = await this.kinds.of(kind).find(code);
    if (!subject) throw new DraftNotFoundError();
    return subject;
  }
}
