import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { BEIJING_INSTANT } from '../common/beijing-instant.js';
import { AUDIT_ACTION_LABELS, AUDIT_ACTOR_LABELS, AUDIT_SUBJECT_LABELS } from './audit.labels.js';
import type { AuditEntryView } from './audit.view.js';

export const AUDIT_EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type AuditExportFormat = (typeof AUDIT_EXPORT_FORMATS)[number];

export const AUDIT_EXPORT_TYPES: Record<AuditExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

const COLUMNS: Record<string, (entry: AuditEntryView) => string | number | null> = {
  序号: ({ sequence }) => sequence,
  时间: ({ occurredAt }) => BEIJING_INSTANT.format(new Date(occurredAt)),
  身份: ({ actorKind }) => AUDIT_ACTOR_LABELS[actorKind],
  操作人: ({ actorName }) => actorName,
  操作: ({ action }) => AUDIT_ACTION_LABELS[action],
  对象类别: ({ subjectKind }) => AUDIT_SUBJECT_LABELS[subjectKind],
  对象: ({ subjectId }) => subjectId,
  对象名称: ({ subjectName }) => subjectName,
  版本: ({ versionId }) => versionId,
  版本哈希: ({ versionHash }) => versionHash,
  详情: ({ detail }) => (detail === '{}' ? '' : detail),
  来源地址: ({ address }) => address,
  浏览器: ({ agent }) => agent,
  请求编号: ({ requestId }) => requestId,
  前一条哈希: ({ previousHash }) => previousHash,
  本条哈希: ({ hash }) => hash,
};

async function* rowsOf(parts: AsyncIterable<AuditEntryView[]>): AsyncGenerator<(string | number | null)[]> {
  for await (const entries of parts)
    for (const entry of entries) yield Object.values(COLUMNS).map((cell) => cell(entry));
}

async function* linesOf(parts: AsyncIterable<AuditEntryView[]>): AsyncGenerator<string> {
  for await (const entries of parts) yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

/**
 * The audit log as a file, made while it is sent. CSV is for reading in a spreadsheet: texts that one might run as a
 * formula begin with an apostrophe there (OWASP, CSV Injection). JSON lines hold exactly what the hashes cover.
 */
export function auditExport(parts: AsyncIterable<AuditEntryView[]>, format: AuditExportFormat): Readable {
  if (format === 'jsonl') return Readable.from(linesOf(parts));
  const csv = stringify({
    header: true,
    columns: Object.keys(COLUMNS),
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  const rows = Readable.from(rowsOf(parts));
  rows.on('error', (error) => csv.destroy(error));
  csv.on('close', () => rows.destroy());
  return rows.pipe(csv);
}
