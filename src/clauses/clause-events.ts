/** Outbox event: a clause version went public and subscribers are to be told. */
export const CLAUSE_PUBLISHED = 'clause.published';

export interface ClausePublished {
  clauseId: string;
  clauseVersionId: string;
  kind: 'published' | 'amended';
  /** Tell at once, whatever people chose; only reviewers may ask for that. */
  urgent?: boolean;
}

/** Outbox event: a clause was taken off the shelf; what was not sent yet must not be. */
export const CLAUSE_WITHDRAWN = 'clause.withdrawn';

export interface ClauseWithdrawn {
  clauseId: string;
  /** The version that was public until now. */
  clauseVersionId: string;
}

/** Outbox event: the calendar reached a date of a clause. */
export const CLAUSE_DATED = 'clause.dated';

export interface ClauseDated {
  clauseVersionId: string;
  /** `closing`: the application period ends soon; `expired`: it has ended. */
  kind: 'closing' | 'expired';
}
