import { Injectable } from '@nestjs/common';
import { ClauseEditorService } from '../clauses/clause-editor.service.js';
import type { ClauseRecord } from '../clauses/clause.record.js';
import type { SaveReport } from '../common/save-report.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { TopicsService } from '../topics/topics.service.js';
import type { FaultBook } from './fault-book.js';
import { IMPORT_KINDS, type ImportKind } from './import-kind.js';
import { type ImportReport, REPORTED_AT_MOST } from './import-report.js';
import { type PlacedRecord, sourceOf } from './placed-record.js';
import { refusedCause } from './refused-cause.js';
import type { ValidRecord, ValidRecords } from './validate-records.js';

/** Called while clauses are saved, the greater part of the work. */
export type SavingProgress = (done: number, total: number) => void;

/** Saves validated records in the present transaction, whatever becomes of it. */
@Injectable()
export class RecordSaver {
  constructor(
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
    private readonly policies: PoliciesService,
    private readonly clauses: ClauseEditorService,
  ) {}

  /** Adds counts and suggestions to the report, and faults to the book. */
  async save(
    records: ValidRecords,
    report: ImportReport,
    book: FaultBook,
    progress: SavingProgress,
  ): Promise<void> {
    const { departments, topics, policies, clauses } = records.valid;
    const saves: Record<ImportKind, () => Promise<SaveReport>> = {
      departments: () => this.departments.save(departments.map(({ record }) => record)),
      topics: () => this.topics.save(topics.map(({ record }) => record)),
      policies: () => this.policies.save(policies.map(({ record }) => record)),
      clauses: async () =>
        this.clauses.save(await this.withTopics(clauses, report), {
          silent: report.silent,
          progress: (done) => progress(done, clauses.length),
        }),
    };
    for (const kind of IMPORT_KINDS) {
      const { counts, faults } = await saves[kind]();
      Object.assign(report.counts[kind], counts);
      // The index counts what was handed over, not what stood in the file.
      const placed = records.valid[kind].map((valid) => valid.placed);
      const refused = new Set<PlacedRecord>();
      for (const { index, path, message } of faults) {
        const record = placed[index];
        if (!record) continue;
        refused.add(record);
        book.add({
          ...record.place,
          ...sourceOf(record, path),
          message: refusedCause(record, path, records.refused) ?? message,
        });
      }
      report.counts[kind].refused =
        refused.size + records.refused.filter((record) => record.kind === kind).length;
    }
  }

  /** Clauses that name no topic get the ones that fit; nobody who subscribes would hear of them otherwise. */
  private async withTopics(
    clauses: ValidRecord<ClauseRecord>[],
    report: ImportReport,
  ): Promise<ClauseRecord[]> {
    const suggest = await this.topics.suggester();
    let without = 0;
    const records = clauses.map(({ record }) => {
      if (record.topics?.length) return record;
      const topics = suggest(`${record.title}\n${record.benefit}`);
      if (topics.length === 0) without += 1;
      else {
        report.suggestedCount += 1;
        const names = topics.map(({ name }) => name);
        if (report.suggested.length < REPORTED_AT_MOST)
          report.suggested.push({ clause: record.code, topics: names });
      }
      // A copy: the transaction may run again.
      return { ...record, topics: topics.map(({ code }) => code) };
    });
    if (without > 0)
      report.notices.push(
        `${without} 条条款没有填写主题，也没有合适的主题可以推荐：订阅的人不会收到，请补填`,
      );
    return records;
  }
}
