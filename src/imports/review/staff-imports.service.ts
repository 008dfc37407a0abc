import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { chunksOf } from '../../database/in-chunks.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { DraftImportService } from '../../reviews/imports/draft-import.service.js';
import type { StaffMember } from '../../staff/staff-member.js';
import type { FaultBook } from '../fault-book.js';
import { ImportReader, type ReadContent } from '../import-reader.service.js';
import type { ImportSource } from '../import-source.js';
import { sourceOf } from '../placed-record.js';
import { PlanOutdatedError } from '../import.errors.js';
import { type ImportPlan, ImportPlanner, type PlacedImport } from './import-planner.service.js';
import { toReport } from './import-reporting.js';
import type { StaffImportOptions } from './staff-import.options.js';
import { isWritten, planHash, type PlannedChange } from './planned-change.js';
import type { StaffImportReport } from './staff-import.view.js';
import { TermsImportService } from './terms-import.service.js';

/** How many drafts one transaction writes: others wait for it, and what it did stays when the process ends. */
const AT_A_TIME = 100;

/** Makes drafts of what files say; nobody reads them before they passed the reviews (ADR 5). */
@Injectable()
export class StaffImportsService {
  constructor(
    private readonly reader: ImportReader,
    private readonly planner: ImportPlanner,
    private readonly terms: TermsImportService,
    private readonly drafts: DraftImportService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * Plans, and does it where that is asked for and nothing is wrong (or `partial`). Batches are transactions of their
   * own: a process that ends leaves whole ones, and the same file once more brings the rest.
   * @throws FileRefusedError, PlanOutdatedError
   */
  async import(
    source: ImportSource,
    options: StaffImportOptions,
    member: StaffMember,
  ): Promise<StaffImportReport> {
    const content = await this.reader.read([source], options);
    const plan = await this.planner.plan(content.records, member);
    noteFaults(plan.changes, content.book);
    const hash = planHash(plan.changes);
    if (!options.dryRun && options.plan !== null && options.plan !== hash) throw new PlanOutdatedError();
    // With faults that nobody listed, nobody knows which rows are right.
    const { count, unlisted } = content.book;
    const isKept = !options.dryRun && (count === 0 || (options.partial && unlisted === 0));
    const changes = isKept ? await this.apply(source, content, plan, member) : plan.changes;
    return toReport(content, { ...plan, changes }, { ...options, saved: isKept, hash });
  }

  private async apply(
    source: ImportSource,
    { records, book }: ReadContent,
    plan: ImportPlan,
    member: StaffMember,
  ): Promise<PlannedChange[]> {
    if (!plan.changes.some(isWritten)) return plan.changes;
    await this.uow.run(async () => {
      await this.terms.apply(records, plan.changes);
      await this.audit.record({
        action: 'catalogue.imported',
        subject: { kind: 'catalogue', id: 'import', name: source.name },
        detail: { drafts: true, records: plan.changes.filter(isWritten).length, faults: book.count },
      });
    });
    const done = new Map(plan.changes.map((change) => [change.placed, change]));
    const run = async (kind: 'policy' | 'clause', imports: readonly PlacedImport[]): Promise<void> => {
      const wanted = imports.filter(({ placed }) => isWritten(done.get(placed) ?? { outcome: 'refused' }));
      for (const chunk of chunksOf(wanted, AT_A_TIME)) {
        const keys = new Map(chunk.map(({ placed, record }) => [record.code, done.get(placed)?.key ?? '']));
        const made = await this.drafts.apply(
          kind,
          chunk.map(({ record }) => record),
          keys,
          member,
        );
        const outcomes = this.planner.toChanges(kind === 'policy' ? 'policies' : 'clauses', chunk, made);
        noteFaults(outcomes, book);
        for (const change of outcomes) done.set(change.placed, change);
      }
    };
    await run('policy', plan.policies);
    await run('clause', plan.clauses);
    return plan.changes.map((change) => done.get(change.placed) ?? change);
  }
}

/** Refused records are faults of the file, each at its place. */
function noteFaults(changes: readonly PlannedChange[], book: FaultBook): void {
  for (const { outcome, faults, placed } of changes) {
    if (outcome !== 'refused') continue;
    for (const { path, message } of faults) book.add({ ...placed.place, ...sourceOf(placed, path), message });
  }
}
