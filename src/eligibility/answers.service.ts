import { Injectable } from '@nestjs/common';
import {
  type Answers,
  checkAnswers,
  encodeAnswers,
  FALSE,
  type Situation,
  type Subject,
  UNKNOWN,
} from '#libs/eligibility';
import { ClauseNotFoundError } from '../clauses/clause.errors.js';
import { InvalidInputError } from '../common/common.errors.js';
import { addUp } from './add-up.js';
import { answerClause, questionOf } from './answer-clause.js';
import type { AnswersRecord } from './answer.record.js';
import type { AnswersView, ClauseAnswerView } from './answer.view.js';
import { nextQuestions, type OpenClause } from './next-questions.js';
import { type BookEntry, RuleBookService } from './rule-book.service.js';

/** How many of each list are explained; all are counted. */
const SHOWN = { eligible: 200, unknown: 30, ineligible: 30, unruled: 30 };
const NEXT = 3;

/** Says what somebody can get, for answers that are kept nowhere. */
@Injectable()
export class AnswersService {
  constructor(private readonly book: RuleBookService) {}

  /** Checks answers as they come in. @throws InvalidInputError without the values */
  check(subject: Subject, plain: unknown): Answers {
    const { answers, faults } = checkAnswers(subject, plain);
    if (faults.length > 0) {
      throw new InvalidInputError(
        faults.map(({ attribute, message }) => ({ path: `values.${attribute}`, message })),
      );
    }
    return answers;
  }

  situation(subject: Subject, answers: Answers): Situation {
    const today = this.book.today();
    return { subject, answers, values: encodeAnswers(subject, answers, today), today };
  }

  /** Everything for one set of answers. @throws InvalidInputError */
  async answer({ subject, values, skipped = [] }: AnswersRecord): Promise<AnswersView> {
    const entries = await this.book.current();
    const situation = this.situation(subject, this.check(subject, values));
    const sorted = this.sort(entries, situation);
    const counts = {
      eligible: sorted.eligible.length,
      unknown: sorted.unknown.length,
      ineligible: sorted.ineligible.length,
      unruled: sorted.unruled.length,
    };
    const explain = (list: readonly BookEntry[], limit: number): ClauseAnswerView[] =>
      list.slice(0, limit).map((entry) => answerClause(entry, situation));
    const eligible = explain(sorted.eligible, SHOWN.eligible).sort(
      (a, b) => Number(a.closed) - Number(b.closed) || Number(b.amount !== null) - Number(a.amount !== null),
    );
    const byCode = new Map([...entries.values()].map((entry) => [entry.row.clause.code, entry]));
    const open = [
      ...sorted.unknown.flatMap((entry) => this.open(entry, subject, [])),
      ...eligible.flatMap(({ clause, amount }) => {
        const entry = byCode.get(clause.code);
        return entry && amount?.needs.length ? this.open(entry, subject, amount.needs) : [];
      }),
    ];
    return {
      counts,
      eligible,
      unknown: explain(sorted.unknown, SHOWN.unknown).sort((a, b) => a.questions.length - b.questions.length),
      ineligible: explain(sorted.ineligible, SHOWN.ineligible).sort(
        (a, b) => a.failures.length - b.failures.length,
      ),
      unruled: explain(sorted.unruled, SHOWN.unruled),
      next: nextQuestions(open, situation, new Set(skipped), NEXT).flatMap((key) => questionOf(subject, key)),
      together: addUp(eligible, byCode),
    };
  }

  /** The whole answer of one clause. @throws ClauseNotFoundError, InvalidInputError */
  async answerOne(code: string, { subject, values }: AnswersRecord): Promise<ClauseAnswerView> {
    const entries = await this.book.current();
    const entry = [...entries.values()].find(({ row }) => row.clause.code === code);
    if (!entry) throw new ClauseNotFoundError();
    return answerClause(entry, this.situation(subject, this.check(subject, values)));
  }

  private open({ rule }: BookEntry, subject: Subject, needs: readonly string[]): OpenClause[] {
    const part = rule?.parts[subject];
    return part ? [{ part, needs }] : [];
  }

  private sort(entries: ReadonlyMap<string, BookEntry>, { subject, values }: Situation) {
    const lists: Record<'eligible' | 'unknown' | 'ineligible' | 'unruled', BookEntry[]> = {
      eligible: [],
      unknown: [],
      ineligible: [],
      unruled: [],
    };
    for (const entry of entries.values()) {
      const { audience } = entry.row.version;
      if (audience !== subject && audience !== 'both') continue;
      const judged = entry.judge[subject]?.(values);
      if (judged === undefined) lists.unruled.push(entry);
      else if (judged === UNKNOWN) lists.unknown.push(entry);
      else (judged === FALSE ? lists.ineligible : lists.eligible).push(entry);
    }
    return lists;
  }
}
