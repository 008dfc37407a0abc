import { Injectable } from '@nestjs/common';
import { ClausesService } from '../clauses/clauses.service.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { PoliciesService } from '../policies/policies.service.js';
import { TopicsService } from '../topics/topics.service.js';
import type { CatalogueHome, CatalogueSummary } from './catalogue.view.js';

const HOME_LIST_LENGTH = 6;

/** The catalogue as a whole. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly departments: DepartmentsService,
    private readonly policies: PoliciesService,
    private readonly clauses: ClausesService,
    private readonly topics: TopicsService,
  ) {}

  async summary(): Promise<CatalogueSummary> {
    return {
      departments: await this.departments.count(),
      policies: await this.policies.countPublic(),
      clauses: await this.clauses.countPublished(),
      topics: await this.topics.count(),
    };
  }

  async home(): Promise<CatalogueHome> {
    return {
      summary: await this.summary(),
      newest: await this.clauses.newest(HOME_LIST_LENGTH),
      closingSoon: await this.clauses.closingSoon(HOME_LIST_LENGTH),
    };
  }
}
