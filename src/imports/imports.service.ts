import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { TopicsService } from '../topics/topics.service.js';
import { ImportReader, type ReadingOptions } from './import-reader.service.js';
import { ImportReport } from './import-report.js';
import type { ImportSource } from './import-source.js';
import { writeImportTemplate } from './import-template.js';
import { RecordSaver } from './record-saver.js';

/** How far an import is. */
export interface ImportProgress {
  stage: 'reading' | 'checking' | 'saving';
  done: number;
  total: number;
}

/** How an import behaves. */
export interface ImportOptions extends ReadingOptions {
  /** Does everything but keep it. */
  dryRun?: boolean;
  /** Keeps what is right where something is wrong. */
  partial?: boolean;
  /** Tells no subscriber. */
  silent?: boolean;
  progress?: (progress: ImportProgress) => void;
}

/** Undoes a transaction that did its work; never seen outside. */
class NotKept extends Error {
  constructor(readonly report: ImportReport) {
    super('not kept');
  }
}

/** Brings departments, topics, policies and clauses in from files, all of them or none. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly reader: ImportReader,
    private readonly saver: RecordSaver,
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
  ) {}

  /** The XLSX to fill in, offering the departments and topics of this catalogue. */
  async template(): Promise<Buffer> {
    const departments = await this.departments.list();
    const topics = await this.topics.list();
    return writeImportTemplate({
      departments: departments.map(({ name }) => name),
      topics: topics.map(({ name }) => name),
    });
  }

  /**
   * Imports files as one: in one transaction, which is kept when nothing is wrong (or `partial` is asked for).
   * Inside another transaction the caller must undo that one where the report says that nothing was saved.
   * @throws FileRefusedError when a file cannot be read as a whole; nothing was imported then
   */
  async import(sources: readonly ImportSource[], options: ImportOptions = {}): Promise<ImportReport> {
    const { progress = () => undefined } = options;
    const content = await this.reader.read(sources, options, (stage, done, total) =>
      progress({ stage, done, total }),
    );
    const work = async (): Promise<ImportReport> => {
      const { dryRun = false, partial = false, silent = false } = options;
      // Made anew each time: the transaction may run again.
      const book = content.book.copy();
      const report = Object.assign(new ImportReport(), {
        dryRun,
        partial,
        silent,
        notices: [...content.notices],
      });
      await this.saver.save(content.records, report, book, (done, total) =>
        progress({ stage: 'saving', done, total }),
      );
      report.faults = book.faults;
      report.faultCount = book.count;
      // With faults that nobody listed, nobody knows which rows are right.
      const isKept = !dryRun && (book.count === 0 || (partial && book.unlisted === 0));
      if (!isKept) throw new NotKept(report);
      report.saved = true;
      await this.audit.record({
        action: 'catalogue.imported',
        subject: { kind: 'catalogue', id: 'import', name: sources.map(({ name }) => name).join('、') },
        detail: { partial, silent, counts: report.counts, faults: report.faultCount },
      });
      return report;
    };
    try {
      return await this.uow.run(work);
    } catch (error) {
      if (error instanceof NotKept) return error.report;
      throw error;
    }
  }
}
