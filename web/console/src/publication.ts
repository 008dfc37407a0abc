import type { StaffClauseSummary } from '../../../src/clauses/staff-clause.view.js';

/** What a dialog needs to know of a clause to say whom a change concerns. */
export type ChosenClause = Pick<StaffClauseSummary, 'code' | 'title' | 'status' | 'pending' | 'topics'>;

/** What somebody is about to do to a clause. */
export interface PublicationChoice {
  action: 'publish' | 'withdraw';
  clause: ChosenClause;
}

/** Whether there is something to publish: a draft, a change, or what was withdrawn. */
export const canPublish = ({ status, pending }: Pick<ChosenClause, 'status' | 'pending'>): boolean =>
  pending || status !== 'published';
