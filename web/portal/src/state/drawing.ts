import type { InjectionKey } from 'vue';
import type { ClauseView } from '../../../../src/clauses/clause.view.js';

/** What a flowchart is drawn from. */
export type DrawnClause = Pick<ClauseView, 'code' | 'title' | 'steps' | 'timeLimitDays'>;

/** Where the flowchart of a clause comes from, where that is not the API; a preview draws what nobody reads yet. */
export const drawingKey: InjectionKey<(clause: DrawnClause) => string> = Symbol('drawing');
