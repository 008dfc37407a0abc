import { Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { Clause } from '../clauses/clause.entity.js';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { likeAnywhere } from '../database/like-pattern.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Department } from '../departments/department.entity.js';
import type { HeldIn } from '../staff/staff-scope.js';
import type { DraftQuery } from './draft.record.js';
import { type DraftKind, type DraftState, REVIEW_STEPS, type ReviewStep } from './draft.terms.js';
import { DraftEdit } from './drafts/draft-edit.entity.js';
import { Draft } from './drafts/draft.entity.js';
import { ReviewDecision } from './review-decision.entity.js';

/** At which steps a person may decide where, and who must not have taken part: the person, and whom they stand in for. */
export interface ReviewPlace {
  step: ReviewStep;
  places: HeldIn;
  people: readonly string[];
}

/** A page of drafts. */
export interface DraftPage {
  drafts: Draft[];
  total: number;
}

type Rows = SelectQueryBuilder<Draft>;

@Injectable()
export class WorkRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Drafts in one of these states, the last changed first. */
  findInStates(
    states: readonly DraftState[],
    places: HeldIn,
    query: PageQuery & { kind?: DraftKind },
  ): Promise<DraftPage> {
    const rows = this.rows(query.kind).andWhere('draft.state IN (:...states)', { states });
    return this.page(this.within(rows, places), query, 'draft.updatedAt');
  }

  findFiltered(places: HeldIn, query: DraftQuery): Promise<DraftPage> {
    const rows = this.within(this.rows(query.kind), places);
    if (query.state) rows.andWhere('draft.state = :state', { state: query.state });
    if (query.department) {
      rows.andWhere((outer) => {
        const ids = outer.subQuery().select('owner.id').from(Department, 'owner');
        return `draft.departmentId = ${ids.where('owner.code = :department').getQuery()}`;
      });
      rows.setParameter('department', query.department);
    }
    if (query.q) {
      rows.andWhere("(LOWER(draft.title) LIKE :text ESCAPE '|' OR LOWER(draft.code) LIKE :text ESCAPE '|')", {
        text: likeAnywhere(query.q.toLowerCase()),
      });
    }
    return this.page(rows, query, 'draft.updatedAt');
  }

  /** What a person may decide on now, the soonest due first. */
  findToReview(reviews: readonly ReviewPlace[], query: PageQuery & { kind?: DraftKind }): Promise<DraftPage> {
    if (reviews.length === 0) return Promise.resolve({ drafts: [], total: 0 });
    const rows = this.rows(query.kind);
    this.reviewable(rows, reviews);
    return this.page(rows, query, 'draft.dueOn');
  }

  /** Past their day, where the person writes, reviews, or watches over. */
  findOverdue(
    today: string,
    places: HeldIn,
    reviews: readonly ReviewPlace[],
    query: PageQuery & { kind?: DraftKind },
  ): Promise<DraftPage> {
    const rows = this.rows(query.kind)
      .andWhere('draft.state IN (:...steps)', { steps: REVIEW_STEPS })
      .andWhere('draft.dueOn < :today', { today });
    if (places !== 'all') {
      rows.andWhere(
        new Brackets((either) => {
          either.where('draft.departmentId IN (:...mine)', { mine: places.length > 0 ? places : [''] });
          if (reviews.length > 0)
            either.orWhere(new Brackets((inner) => this.reviewable(inner as Rows, reviews)));
        }),
      );
    }
    return this.page(rows, query, 'draft.dueOn');
  }

  /** Published clauses that can no longer be applied for, or expire, within some days. */
  async findClosing(
    from: string,
    to: string,
    places: HeldIn,
    query: PageQuery,
  ): Promise<{ clauses: Clause[]; total: number }> {
    const rows = this.uow
      .repository(Clause)
      .createQueryBuilder('clause')
      .where('clause.status = :status', { status: 'published' })
      .andWhere('(clause.applyTo BETWEEN :from AND :to OR clause.expiresOn BETWEEN :from AND :to)', {
        from,
        to,
      });
    if (places !== 'all') {
      rows.andWhere('clause.departmentId IN (:...mine)', { mine: places.length > 0 ? places : [''] });
    }
    const total = await rows.getCount();
    rows.orderBy('clause.applyTo', 'ASC').addOrderBy('clause.id', 'ASC');
    return { clauses: await rows.offset(offsetOf(query)).limit(query.pageSize).getMany(), total };
  }

  /** The drafts of clauses, by clause id. */
  async findOfClauses(clauseIds: readonly string[]): Promise<Map<string, Draft>> {
    if (clauseIds.length === 0) return new Map();
    const rows = await this.rows('clause')
      .andWhere('draft.subjectId IN (:...clauseIds)', { clauseIds })
      .getMany();
    return new Map(rows.map((row) => [row.subjectId, row]));
  }

  /** Without contents, which lists do not show. */
  private rows(kind?: DraftKind): Rows {
    const rows = this.uow.repository(Draft).createQueryBuilder('draft').select(LISTED);
    return rows.where(kind ? 'draft.kind = :kind' : '1 = 1', { kind });
  }

  private within(rows: Rows, places: HeldIn): Rows {
    if (places === 'all') return rows;
    return rows.andWhere('draft.departmentId IN (:...mine)', { mine: places.length > 0 ? places : [''] });
  }

  private reviewable(rows: Pick<Rows, 'andWhere' | 'orWhere'>, reviews: readonly ReviewPlace[]): void {
    const each = new Brackets((either) => {
      reviews.forEach(({ step, places, people }, index) => {
        const conditions = [
          `draft.state = '${step}'`,
          `NOT EXISTS (${this.takenPart(DraftEdit, `people${index}`)})`,
          `NOT EXISTS (${this.takenPart(ReviewDecision, `people${index}`)})`,
        ];
        if (places !== 'all') conditions.push(`draft.departmentId IN (:...places${index})`);
        either.orWhere(conditions.join(' AND '), {
          [`people${index}`]: people,
          [`places${index}`]: places === 'all' || places.length === 0 ? [''] : places,
        });
      });
    });
    rows.andWhere(each);
  }

  private takenPart(what: typeof DraftEdit | typeof ReviewDecision, people: string): string {
    const rows = this.uow
      .repository<DraftEdit | ReviewDecision>(what)
      .createQueryBuilder('part')
      .select('1')
      .where('part.draftId = draft.id AND part.cycle = draft.cycle');
    if (what === DraftEdit) rows.andWhere(`part.staffId IN (:...${people})`);
    else {
      rows.andWhere("(part.standing = :yes OR part.action = 'submit')");
      rows.andWhere(`(part.staffId IN (:...${people}) OR part.onBehalfOfId IN (:...${people}))`);
    }
    return rows.getQuery();
  }

  private async page(
    rows: Rows,
    query: PageQuery,
    order: 'draft.updatedAt' | 'draft.dueOn',
  ): Promise<DraftPage> {
    rows.setParameter('yes', true);
    const total = await rows.getCount();
    const drafts = await rows
      .orderBy(order, order === 'draft.dueOn' ? 'ASC' : 'DESC')
      .addOrderBy('draft.id', 'DESC')
      .offset(offsetOf(query))
      .limit(query.pageSize)
      .getMany();
    return { drafts, total };
  }
}

const LISTED = [
  'id',
  'kind',
  'subjectId',
  'code',
  'title',
  'departmentId',
  'state',
  'round',
  'cycle',
  'urgent',
  'scheduledFor',
  'dueOn',
  'updatedBy',
  'updatedAt',
].map((property) => `draft.${property}`);
