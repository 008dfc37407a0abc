import { Injectable } from '@nestjs/common';
import type { ClauseRow } from '../clauses/clause-row.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';
import { matchesQuery, savedQuery } from './saved-query.js';
import { searchableClause } from './saved-searches.service.js';
import type { SearchRecord } from './subscription.record.js';
import type { CodedKind, Target } from './subscription.terms.js';
import type { EstimateView } from './subscription.view.js';
import { TargetsService } from './targets.service.js';

const DAYS = 90;
const DAY = 86_400_000;
/** From here on people are warned. */
const MANY_PER_WEEK = 5;
const TITLES = 3;
/** News beyond these make no difference to the answer: it is many. */
const MOST_NEWS = 2_000;

/** Warns before a subscription that would bring many messages, by replaying the last 90 days. */
@Injectable()
export class EstimateService {
  constructor(
    private readonly clauses: ClausesService,
    private readonly targets: TargetsService,
    private readonly clock: Clock,
  ) {}

  /** @throws TopicNotFoundError, DepartmentNotFoundError, PolicyNotFoundError */
  async ofTarget(kind: CodedKind, code: string): Promise<EstimateView> {
    const target = await this.targets.find(kind, code);
    return this.replay((row) => concerns(row, target));
  }

  ofSearch({ q, frequency: _frequency, ...filters }: SearchRecord): Promise<EstimateView> {
    const query = savedQuery(q, filters);
    return this.replay((row) => matchesQuery(query, searchableClause(row)));
  }

  private async replay(matches: (row: ClauseRow) => boolean): Promise<EstimateView> {
    const since = new Date(this.clock.now().getTime() - DAYS * DAY);
    const found = (await this.clauses.publishedSince(since, MOST_NEWS)).filter(matches);
    const perWeek = Math.round((found.length / DAYS) * 7 * 10) / 10;
    return {
      perWeek,
      many: perWeek > MANY_PER_WEEK,
      latest: found.slice(0, TITLES).map(({ version }) => version.title),
    };
  }
}

function concerns(row: ClauseRow, { kind, id }: Target): boolean {
  if (kind === 'topic') return row.topics.some((topic) => topic.id === id);
  return (kind === 'department' ? row.department.id : row.policy.id) === id;
}
