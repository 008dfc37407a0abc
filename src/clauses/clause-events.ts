/** Outbox event: a clause version went public and subscribers are to be told. */
export const CLAUSE_PUBLISHED = 'clause.published';

export interface ClausePublished {
  clauseId: string;
  clauseVersionId: string;
  kind: 'published' | 'amended';
}
