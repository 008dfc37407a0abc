import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { isUniqueViolation } from '../../database/driver-codes.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { DepartmentsService } from '../../departments/departments.service.js';
import type { StaffMember } from '../../staff/staff-member.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { type ImportedKind, REVIEW_STEPS } from '../draft.terms.js';
import type { Draft } from '../drafts/draft.entity.js';
import { DraftNotesService, newEdit } from '../drafts/draft-notes.service.js';
import { blankDraft, editedDraft, endsRound } from '../drafts/draft-writing.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import type { DraftSubject } from '../kinds/draft-kind.js';
import { DraftKinds } from '../kinds/draft-kinds.js';
import { type DraftPlan, type ImportedRecord, planDraft } from './draft-plan.js';

/** A draft before and after an import. */
interface Change {
  before: Draft;
  after: Draft;
  plan: DraftPlan;
}

/** What a batch of records meets. */
interface Stored {
  subjects: Map<string, DraftSubject>;
  drafts: Map<string, Draft>;
}

const MEANWHILE = '检查之后有人改动了它，没有导入。请重新检查再导入';
const TAKEN = '同一政策下的这个序号刚刚被别的条款占用，没有导入。请改用其他序号再导入';
const MISSING = '它所属的部门或政策没有导入。请先改正那一条，再导入一次';

/** Drafts from files, many at a time (批量导入). */
@Injectable()
export class DraftImportService {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly notes: DraftNotesService,
    private readonly kinds: DraftKinds,
    private readonly departments: DepartmentsService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What importing would do, in the order of the records; nothing is written. */
  async plan(
    kind: ImportedKind,
    records: readonly ImportedRecord[],
    member: StaffMember,
  ): Promise<DraftPlan[]> {
    const subjects = await this.subjectsOf(kind, records);
    const drafts = await this.drafts.findBySubjects(kind, idsOf(subjects));
    return (await this.planned(records, { subjects, drafts }, member)).plans;
  }

  /**
   * Does what was planned, in one transaction. A record of which something else would come now is refused, and left
   * as it is.
   * @param wanted keys of the plans by code
   */
  async apply(
    kind: ImportedKind,
    records: readonly ImportedRecord[],
    wanted: ReadonlyMap<string, string>,
    member: StaffMember,
  ): Promise<DraftPlan[]> {
    // Before the transaction: what that one sees begins with its first read, and the lock comes before.
    const ids = idsOf(await this.subjectsOf(kind, records));
    const work = async (): Promise<DraftPlan[]> => {
      const drafts = await this.drafts.lockSubjects(kind, ids);
      const stored = { subjects: await this.subjectsOf(kind, records), drafts };
      const { plans, departmentIds } = await this.planned(records, stored, member);
      const present = plans.map((plan) =>
        wanted.get(plan.code) === plan.key ? plan : refused(plan, MEANWHILE),
      );
      return this.write(kind, present, stored, departmentIds, member);
    };
    try {
      return await this.uow.run(work);
    } catch (error) {
      // Somebody began the same at the same moment: now it is there to be seen.
      if (!isUniqueViolation(error)) throw error;
      return this.uow.run(work);
    }
  }

  private subjectsOf(
    kind: ImportedKind,
    records: readonly ImportedRecord[],
  ): Promise<Map<string, DraftSubject>> {
    return this.kinds.importable(kind).findMany(records.map(({ code }) => code));
  }

  private async planned(
    records: readonly ImportedRecord[],
    { subjects, drafts }: Stored,
    member: StaffMember,
  ): Promise<{ plans: DraftPlan[]; departmentIds: Map<string, string> }> {
    const all = [...new Set((await this.departments.byAnyName()).values())];
    const departmentIds = new Map(all.map(({ code, id }) => [code, id]));
    const names = new Map(all.map(({ id, shortName }) => [id, shortName]));
    const plans = records.map((record) => {
      const subject = subjects.get(record.code);
      const draft = drafts.get(subject?.id ?? '');
      return planDraft(record, { subject, draft }, member, departmentIds, names);
    });
    return { plans, departmentIds };
  }

  private async write(
    kind: ImportedKind,
    plans: readonly DraftPlan[],
    { subjects, drafts }: Stored,
    departmentIds: ReadonlyMap<string, string>,
    member: StaffMember,
  ): Promise<DraftPlan[]> {
    const departmentOf = ({ content }: DraftPlan): string | null =>
      typeof content.department === 'string' ? (departmentIds.get(content.department) ?? null) : null;
    const fresh = plans.filter(({ outcome }) => outcome === 'created');
    const begun = await this.kinds
      .importable(kind)
      .register(fresh.map((plan) => ({ ...plan, departmentId: departmentOf(plan) })));
    const now = this.clock.now();
    const changes: Change[] = [];
    const done = plans.map((plan): DraftPlan => {
      if (plan.outcome !== 'created' && plan.outcome !== 'updated') return plan;
      const id = begun.get(plan.code);
      if (id === null) return refused(plan, TAKEN, 'ordinal');
      const subject = subjects.get(plan.code) ?? begunSubject(plan, id);
      if (!subject) return refused(plan, MISSING);
      const before = drafts.get(subject.id) ?? blankDraft(kind, subject, now);
      const wanted = { content: plan.content, departmentId: departmentOf(plan) };
      changes.push({ before, after: editedDraft(before, wanted, member.id, now), plan });
      return { ...plan, draftId: before.id };
    });
    await this.save(changes, member, now);
    return done;
  }

  private async save(changes: readonly Change[], member: StaffMember, now: Date): Promise<void> {
    const fresh = changes.filter(({ before }) => before.revision === 0);
    await this.drafts.insertAll(fresh.map(({ after }) => after));
    await this.drafts.insertEdits(
      fresh.map(({ after, plan }) => newEdit(after, plan.fields, member.id, now)),
    );
    for (const { before, after, plan } of changes.filter(({ before: { revision } }) => revision > 0)) {
      await this.drafts.update(before.id, after);
      if (endsRound(before, after)) await this.decisions.strike(before, REVIEW_STEPS);
      await this.notes.note(after, plan.fields, member.id, now);
    }
    for (const { after, plan } of changes) {
      // What was just begun has its title already.
      if (plan.outcome === 'updated')
        await this.kinds.of(after.kind).touch(after.subjectId, after.title, now);
    }
    await this.audit.recordAll(
      changes.map(({ before, after, plan }) => ({
        action: before.revision === 0 ? ('draft.created' as const) : ('draft.edited' as const),
        subject: { kind: after.kind, id: after.code, name: after.title },
        versionHash: after.contentHash,
        detail: {
          revision: after.revision,
          fields: plan.fields.map(({ field }) => field),
          from: before.state,
          imported: true,
        },
      })),
    );
  }
}

const idsOf = (subjects: ReadonlyMap<string, DraftSubject>): string[] =>
  [...subjects.values()].map(({ id }) => id);

const refused = (plan: DraftPlan, message: string, path = 'code'): DraftPlan => ({
  ...plan,
  outcome: 'refused',
  fault: { path, message },
  fields: [],
});

/** A subject that this import has begun. */
const begunSubject = ({ code, title }: DraftPlan, id: string | undefined): DraftSubject | undefined =>
  id === undefined
    ? undefined
    : {
        id,
        code,
        title,
        departmentId: null,
        content: {},
        publicContent: null,
        publicVersion: null,
        wasPublic: false,
      };
