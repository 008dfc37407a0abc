import { Injectable } from '@nestjs/common';
import { workingDaysAfter } from '#libs/workdays';
import { Clock } from '../common/clock.js';
import type { Page } from '../common/page.view.js';
import type { Clause } from '../clauses/clause.entity.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { StaffNoticesService } from '../notices/staff-notices.service.js';
import { permissionsOf } from '../staff/role-permissions.js';
import { StaffDirectory } from '../staff/staff-directory.service.js';
import type { StaffMember } from '../staff/staff-member.js';
import { heldIn } from '../staff/staff-scope.js';
import { DecisionsRepository } from './decisions.repository.js';
import { toReturned } from './draft-views.service.js';
import { type DraftQuery, type WorkList, WorkQuery } from './draft.record.js';
import { REVIEW_STEPS } from './draft.terms.js';
import type { WorkCounts, WorkItem } from './draft.view.js';
import type { Draft } from './drafts/draft.entity.js';
import { STEP_RULES } from './review-transitions.js';
import { type DraftPage, type ReviewPlace, WorkRepository } from './work.repository.js';

const CLOSING_SOON_DAYS = 30;

/** Where a person may decide: one entry for each role, since whom they stand in for must not have taken part either. */
function reviewPlaces(member: StaffMember): ReviewPlace[] {
  return REVIEW_STEPS.flatMap((step) =>
    member.roles
      .filter(({ role }) => permissionsOf(role).includes(STEP_RULES[step].permission))
      .map(({ departmentId, onBehalfOf }) => ({
        step,
        places: departmentId === null ? ('all' as const) : [departmentId],
        people: [member.id, ...(onBehalfOf ? [onBehalfOf.id] : [])],
      })),
  );
}

/** What there is to do for a person (我的工作). */
@Injectable()
export class WorkService {
  constructor(
    private readonly work: WorkRepository,
    private readonly decisions: DecisionsRepository,
    private readonly departments: DepartmentsService,
    private readonly directory: StaffDirectory,
    private readonly notices: StaffNoticesService,
    private readonly clock: Clock,
  ) {}

  async list(member: StaffMember, query: WorkQuery): Promise<Page<WorkItem>> {
    if (query.list === 'closing-soon') return this.closing(member, query);
    return this.toPage(await this.find(member, query), query);
  }

  async drafts(member: StaffMember, query: DraftQuery): Promise<Page<WorkItem>> {
    return this.toPage(await this.work.findFiltered(heldIn(member, 'catalogue.read'), query), query);
  }

  async counts(member: StaffMember): Promise<WorkCounts> {
    const count = async (list: WorkList): Promise<number> =>
      (await this.list(member, Object.assign(new WorkQuery(), { list, pageSize: 1 }))).total;
    return {
      toFill: await count('to-fill'),
      toReview: await count('to-review'),
      returned: await count('returned'),
      overdue: await count('overdue'),
      closingSoon: await count('closing-soon'),
      unreadNotices: await this.notices.countUnread(member.id),
    };
  }

  private find(member: StaffMember, query: WorkQuery): Promise<DraftPage> {
    const mine = heldIn(member, 'catalogue.write');
    const reviews = reviewPlaces(member);
    if (query.list === 'to-fill') return this.work.findInStates(['draft'], mine, query);
    if (query.list === 'returned') return this.work.findInStates(['returned'], mine, query);
    if (query.list === 'to-review') return this.work.findToReview(reviews, query);
    const watches = heldIn(member, 'catalogue.read') === 'all' ? 'all' : mine;
    return this.work.findOverdue(this.clock.today(), watches, reviews, query);
  }

  private async toPage({ drafts, total }: DraftPage, query: DraftQuery): Promise<Page<WorkItem>> {
    const places = await this.departments.named(drafts.flatMap(({ departmentId }) => departmentId ?? []));
    const names = await this.directory.names(drafts.flatMap(({ updatedBy }) => updatedBy ?? []));
    const returned = drafts.filter(({ state }) => state === 'returned').map(({ id }) => id);
    const returns = await this.decisions.findLastReturns(returned);
    const today = this.clock.today();
    const items = drafts.map((draft) => ({
      ...this.head(draft),
      department: places.get(draft.departmentId ?? '') ?? null,
      overdueDays: draft.dueOn === null ? 0 : workingDaysAfter(draft.dueOn, today),
      updatedBy: draft.updatedBy ? { id: draft.updatedBy, name: names.get(draft.updatedBy) ?? '' } : null,
      returned: toReturned(returns.get(draft.id)),
    }));
    return { items, page: query.page, pageSize: query.pageSize, total };
  }

  private head(draft: Draft) {
    return {
      draftId: draft.id,
      kind: draft.kind,
      code: draft.code,
      title: draft.title,
      state: draft.state,
      round: draft.round,
      urgent: draft.urgent,
      dueOn: draft.dueOn,
      scheduledFor: draft.scheduledFor?.toISOString() ?? null,
      closesOn: null,
      updatedAt: draft.updatedAt.toISOString(),
    };
  }

  private async closing(member: StaffMember, query: WorkQuery): Promise<Page<WorkItem>> {
    const today = this.clock.today();
    const until = this.clock.todayPlus(CLOSING_SOON_DAYS);
    const places = heldIn(member, 'catalogue.write');
    const { clauses, total } = await this.work.findClosing(today, until, places, query);
    const drafts = await this.work.findOfClauses(clauses.map(({ id }) => id));
    const names = await this.departments.named(clauses.map(({ departmentId }) => departmentId));
    const items = clauses.map((clause) =>
      this.closingItem(clause, drafts.get(clause.id), names.get(clause.departmentId), today),
    );
    return { items, page: query.page, pageSize: query.pageSize, total };
  }

  private closingItem(
    clause: Clause,
    draft: Draft | undefined,
    department: WorkItem['department'] | undefined,
    today: string,
  ): WorkItem {
    const ends = [clause.applyTo, clause.expiresOn].filter((day) => day !== null && day >= today);
    return {
      draftId: draft?.id ?? null,
      kind: 'clause',
      code: clause.code,
      title: clause.latestTitle,
      department: department ?? null,
      state: draft?.state ?? 'published',
      round: draft?.round ?? 0,
      urgent: draft?.urgent ?? false,
      dueOn: draft?.dueOn ?? null,
      overdueDays: 0,
      scheduledFor: draft?.scheduledFor?.toISOString() ?? null,
      closesOn: ends.sort()[0] ?? null,
      updatedAt: clause.updatedAt.toISOString(),
      updatedBy: null,
      returned: null,
    };
  }
}
