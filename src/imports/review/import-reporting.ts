import { offsetOf } from '../../common/page.query.js';
import { fieldLabel } from '../../reviews/draft.labels.js';
import type { ReadContent } from '../import-reader.service.js';
import type { PlacedRecord } from '../placed-record.js';
import type { ImportPlan } from './import-planner.service.js';
import { type PlannedChange } from './planned-change.js';
import { toFieldView } from './preview-fields.js';
import { type ImportChangeView, StaffImportReport } from './staff-import.view.js';
import type { StaffImportOptions } from './staff-import.options.js';

/** What became of a plan. */
interface Course extends StaffImportOptions {
  saved: boolean;
  hash: string;
}

/** First what is written, then what is not, and last what stays as it is; each in the order of the file. */
const ORDER = { created: 0, updated: 0, refused: 1, 'in-review': 2, unchanged: 3 } as const;

/** Records that could not be read or break the rules of their kind. */
function invalidChange(placed: PlacedRecord, reasons: ReadonlyMap<string, string>): PlannedChange {
  const { code, title, name } = placed.plain;
  const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 120) : '');
  return {
    kind: placed.kind,
    placed,
    code: text(code),
    title: text(title) || text(name),
    outcome: 'refused',
    faults: [{ path: '', message: reasons.get(placeKey(placed.place)) ?? '这一行有错误，请看错误列表' }],
    draftId: null,
    fields: [],
    key: '',
  };
}

const placeKey = ({ file, sheet, row }: PlacedRecord['place']): string => JSON.stringify([file, sheet, row]);

function toView({ placed, faults, key, fields, ...said }: PlannedChange, whole: boolean): ImportChangeView {
  const reason = faults.map(({ message }) => message).join('；');
  return {
    ...said,
    ...placed.place,
    reason: reason || null,
    fields: whole ? fields.map(toFieldView) : [],
  };
}

/** A plan, or what became of it, as a person reads it. */
export function toReport(
  { records, book, notices }: ReadContent,
  { changes, suggested }: Pick<ImportPlan, 'changes' | 'suggested'>,
  course: Course,
): StaffImportReport {
  const { page, pageSize, outcome, dryRun, partial, saved, hash } = course;
  const report = Object.assign(new StaffImportReport(), { saved, dryRun, partial, plan: hash });
  const reasons = new Map<string, string>();
  for (const fault of book.faults) {
    const key = placeKey(fault);
    const said = `${fault.header ?? fieldLabel(fault.column ?? '')}：${fault.message}`;
    reasons.set(key, reasons.has(key) ? `${reasons.get(key) ?? ''}；${said}` : said);
  }
  const all = [...changes, ...records.refused.map((placed) => invalidChange(placed, reasons))];
  for (const change of all) report.counts[change.kind][change.outcome] += 1;
  const listed = all
    .filter((change) => outcome === null || change.outcome === outcome)
    .sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
  const from = offsetOf({ page, pageSize });
  return Object.assign(report, {
    faultCount: book.count,
    faults: book.faults,
    notices,
    suggestedCount: suggested,
    changes: {
      items: listed.slice(from, from + pageSize).map((change) => toView(change, !saved)),
      page,
      pageSize,
      total: listed.length,
    },
  });
}
