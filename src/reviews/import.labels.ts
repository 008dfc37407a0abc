import type { ImportOutcome } from './import.terms.js';

/** What people read for what an import does to a record. */
export const IMPORT_OUTCOME_LABELS: Record<ImportOutcome, string> = {
  created: '新增',
  updated: '更新',
  unchanged: '没有变化',
  'in-review': '审核中，不动',
  refused: '有错误',
};
