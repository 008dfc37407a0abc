import { Injectable } from '@nestjs/common';
import { ClauseRegisterService } from '../clauses/clause-register.service.js';
import { TitleBookService } from '../clauses/title-book.service.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { TopicsService } from '../topics/topics.service.js';
import type { CheckRecord, CheckView } from './writing-aids.view.js';

/** Titles at least this alike are shown. */
const LIKE_ENOUGH = 0.7;
const MOST_SIMILAR = 5;

/** Warns of what is there already, and suggests topics, while somebody writes. */
@Injectable()
export class WritingAidsService {
  constructor(
    private readonly register: ClauseRegisterService,
    private readonly titles: TitleBookService,
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
  ) {}

  async check({ code, title, benefit = '', documentNumber }: CheckRecord): Promise<CheckView> {
    const similar = await this.titles.alike(title, {
      except: code,
      leastLikeness: LIKE_ENOUGH,
      limit: MOST_SIMILAR,
    });
    const names = await this.departments.named(similar.map(({ departmentId }) => departmentId));
    const topics = await this.topics.suggest(`${title}\n${benefit}`);
    return {
      similar: similar.map(({ departmentId, ...one }) => ({
        ...one,
        department: names.get(departmentId) ?? { code: '', name: '' },
      })),
      sameNumber: documentNumber ? await this.register.policiesNumbered(documentNumber, code) : [],
      topics: topics.map(({ code: topic, name }) => ({ code: topic, name })),
    };
  }
}
