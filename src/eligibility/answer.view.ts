import { ApiProperty } from '@nestjs/swagger';
import { ClauseSummary } from '../clauses/clause-summary.view.js';

/** How a clause stands to somebody. `unruled`: nobody has written its rules, so read the conditions. */
export const VERDICTS = ['eligible', 'unknown', 'ineligible', 'unruled'] as const;
export type Verdict = (typeof VERDICTS)[number];

export class OptionView {
  @ApiProperty() value!: string;
  @ApiProperty() label!: string;
}

/** One attribute, as it is asked. */
export class QuestionView {
  @ApiProperty() key!: string;
  @ApiProperty({ description: 'integer、number、flag、choice、choices、region、industry、date、dates' })
  type!: string;
  @ApiProperty() label!: string;
  @ApiProperty() question!: string;
  @ApiProperty({ required: false }) help?: string;
  @ApiProperty({ required: false, description: '在哪里能查到' }) where?: string;
  @ApiProperty({ required: false }) unit?: string;
  @ApiProperty({ required: false }) min?: number;
  @ApiProperty({ required: false }) max?: number;
  @ApiProperty({ required: false, type: [OptionView] }) options?: OptionView[];
  @ApiProperty({ enum: ['general', 'personal', 'sensitive'] }) sensitivity!: string;
}

/** A sentence of the conditions, and how it stands. */
export class SentenceView {
  @ApiProperty() text!: string;
  @ApiProperty({ enum: ['met', 'open', 'failed', 'unchecked'], description: 'unchecked：要自己核对' })
  state!: 'met' | 'open' | 'failed' | 'unchecked';
}

export class WayView {
  @ApiProperty() text!: string;
  @ApiProperty({ nullable: true, type: String, description: '时间到了就符合的日期' }) from!: string | null;
  @ApiProperty({ description: '不会再符合' }) never!: boolean;
}

export class FailureView {
  @ApiProperty({ type: [String] }) sentences!: string[];
  @ApiProperty({ type: [WayView], description: '做到其中一样就可以' }) ways!: WayView[];
}

/** Whole yuan. */
export class AmountView {
  @ApiProperty() min!: number;
  @ApiProperty({ nullable: true, type: Number, description: '没有上限或还不知道时为 null' })
  max!: number | null;
  @ApiProperty({ enum: ['once', 'month', 'year'] }) per!: 'once' | 'month' | 'year';
  @ApiProperty({ description: '是否计入合计' }) counts!: boolean;
  @ApiProperty({ nullable: true, type: String }) note!: string | null;
  @ApiProperty({ type: [String], description: '再回答这些就更准' }) needs!: string[];
}

/** What one clause answers. */
export class ClauseAnswerView {
  @ApiProperty({ type: ClauseSummary }) clause!: ClauseSummary;
  @ApiProperty({ enum: VERDICTS }) verdict!: Verdict;
  @ApiProperty({ description: '申报已截止' }) closed!: boolean;
  @ApiProperty({ type: [SentenceView] }) sentences!: SentenceView[];
  @ApiProperty({ type: [FailureView] }) failures!: FailureView[];
  @ApiProperty({ nullable: true, type: String, description: '从哪天起符合' }) eligibleFrom!: string | null;
  @ApiProperty({ type: [QuestionView], description: '回答这些就有结论，最有用的在前' })
  questions!: QuestionView[];
  @ApiProperty({ nullable: true, type: AmountView }) amount!: AmountView | null;
}

export class TotalView {
  @ApiProperty({ enum: ['once', 'month', 'year'] }) per!: 'once' | 'month' | 'year';
  @ApiProperty() min!: number;
  @ApiProperty({ nullable: true, type: Number }) max!: number | null;
}

/** What can be had at most together. */
export class TogetherView {
  @ApiProperty({ type: [TotalView] }) totals!: TotalView[];
  @ApiProperty({ type: [String], description: '计入的条款' }) codes!: string[];
  @ApiProperty({ type: [String], description: '和计入的条款不能同时享受' }) leftOut!: string[];
  @ApiProperty({ description: '是否比较了所有组合' }) exact!: boolean;
}

export class CountsView {
  @ApiProperty() eligible!: number;
  @ApiProperty() unknown!: number;
  @ApiProperty() ineligible!: number;
  @ApiProperty() unruled!: number;
}

/** What somebody can get, as far as the answers tell. */
export class AnswersView {
  @ApiProperty() counts!: CountsView;
  @ApiProperty({ type: [ClauseAnswerView] }) eligible!: ClauseAnswerView[];
  @ApiProperty({ type: [ClauseAnswerView], description: '最接近的在前' }) unknown!: ClauseAnswerView[];
  @ApiProperty({ type: [ClauseAnswerView], description: '差得最少的在前' }) ineligible!: ClauseAnswerView[];
  @ApiProperty({ type: [ClauseAnswerView] }) unruled!: ClauseAnswerView[];
  @ApiProperty({ type: [QuestionView], description: '接下来问什么，最有用的在前' }) next!: QuestionView[];
  @ApiProperty() together!: TogetherView;
}
