import { Injectable } from '@nestjs/common';
import { normalizeText } from '#libs/chinese-text';
import { ClauseRegisterService } from '../clauses/clause-register.service.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { TopicsService } from '../topics/topics.service.js';
import type { CheckRecord, CheckView } from './writing-aids.view.js';

/** Titles at least this alike are shown. */
const LIKE_ENOUGH = 0.7;
const MOST_SIMILAR = 5;

const pairsOf = (text: string): Set<string> =>
  new Set([...text].slice(1).map((character, index) => [...text][index] + character));

/** How alike two sets of neighbouring characters are (Dice), 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** Warns of what is there already, and suggests topics, while somebody writes. */
@Injectable()
export class WritingAidsService {
  constructor(
    private readonly register: ClauseRegisterService,
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
  ) {}

  async check({ code, title, benefit = '', documentNumber }: CheckRecord): Promise<CheckView> {
    const wanted = pairsOf(normalizeText(title));
    const titles = await this.register.titles();
    const similar = titles
      .filter((one) => one.code !== code)
      .map((one) => ({ ...one, likeness: likeness(wanted, pairsOf(normalizeText(one.title))) }))
      .filter((one) => one.likeness >= LIKE_ENOUGH)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST_SIMILAR);
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
