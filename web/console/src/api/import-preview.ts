import type { ImportReport } from '../../../../src/imports/import-report.js';
import type { FieldChangeView } from './review-views.js';

/** What an import does to one record. */
export interface ImportChange {
  kind: string;
  code: string;
  title: string;
  outcome: 'created' | 'updated' | 'unchanged';
  fields: FieldChangeView[];
}

/** A report with every change, as a check answers it. */
export type PreviewedImport = ImportReport & { changes?: ImportChange[] };
