/** What drafts, reviews and the life of clauses look like in the API; docs/reviews.md. Times ISO 8601, days YYYY-MM-DD. */
export type {
  DecisionView,
  DiffView,
  DraftConflictView,
  DraftEditView,
  DraftView,
  FieldChangeView,
  WorkCounts,
  WorkItem,
} from '../../../../src/reviews/draft.view.js';
export type { DraftPreview } from '../../../../src/reviews/kinds/draft-preview.view.js';
export type { InterpretationView } from '../../../../src/interpretations/interpretation.view.js';
export type { NoticeView } from '../../../../src/notices/notice.view.js';
export type { ClauseVersionItem } from '../../../../src/reviews/clause-history.view.js';
export type { DepartmentStatistics } from '../../../../src/reviews/statistics.view.js';
export type { CheckView } from '../../../../src/reviews/writing-aids.view.js';
export type DraftContent = Record<string, unknown>;
