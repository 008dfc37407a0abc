import { Injectable } from '@nestjs/common';
import { ScopeResolvers } from '../accounts/scope-resolvers.js';
import type { Page } from '../common/page.view.js';
import type { HeldIn } from '../staff/staff-scope.js';
import type { ClauseRow } from './clause-row.js';
import { ClauseNotFoundError } from './clause.errors.js';
import { ClauseViewsService } from './clause-views.service.js';
import { ClausesRepository } from './clauses.repository.js';
import type { StaffClauseQuery } from './staff-clause.query.js';
import type { StaffClauseSummary, StaffClauseView } from './staff-clause.view.js';
import { StaffClausesRepository } from './staff-clauses.repository.js';
import { toClauseSummary, toClauseView } from './to-clause-view.js';

/** Where a clause stands, as staff sees it. */
const standing = ({ clause, version }: ClauseRow) => ({
  version: version.number,
  pending: version.publishedAt === null,
  publishedAt: clause.publishedAt?.toISOString() ?? null,
  updatedAt: clause.updatedAt.toISOString(),
});

/** Clauses as staff works on them: the latest version, whatever the status. */
@Injectable()
export class StaffClausesService {
  constructor(
    private readonly lists: StaffClausesRepository,
    private readonly clauses: ClausesRepository,
    private readonly views: ClauseViewsService,
    scopes: ScopeResolvers,
  ) {
    scopes.register('clause', async (code) => (await this.clauses.findByCode(code))?.departmentId);
  }

  /** @param places the departments whose clauses the person may see */
  async list(query: StaffClauseQuery, places: HeldIn): Promise<Page<StaffClauseSummary>> {
    const { clauses, total } = await this.lists.findPage(query, places);
    const rows = await this.clauses.completeLatest(clauses);
    const drafts = await this.lists.findDrafts(clauses.map(({ id }) => id));
    const items = rows.map((row) => ({
      ...toClauseSummary(row),
      ...standing(row),
      draft: drafts.get(row.clause.id) ?? null,
    }));
    return { items, page: query.page, pageSize: query.pageSize, total };
  }

  /** @throws ClauseNotFoundError */
  async get(code: string): Promise<StaffClauseView> {
    const clause = await this.clauses.findByCode(code);
    const [row] = clause ? await this.clauses.completeLatest([clause]) : [];
    if (!row) throw new ClauseNotFoundError();
    const related = await this.clauses.findPublishedByCodes(row.version.related);
    const summaries = await this.clauses.complete(related, (other) => other.publishedVersionId);
    const viewsLastMonth = await this.views.lastMonth(row.clause.id);
    return { ...toClauseView(row, summaries.map(toClauseSummary)), ...standing(row), viewsLastMonth };
  }
}
