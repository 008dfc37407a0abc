import { ApiProperty } from '@nestjs/swagger';
import { NamedCode } from '../common/named-code.view.js';
import { PersonView } from '../staff/staff.view.js';
import {
  DRAFT_ACTIONS,
  DRAFT_KINDS,
  DRAFT_STATES,
  REVIEW_STEPS,
  type DraftAction,
  type DraftKind,
  type DraftState,
  type ReviewStep,
} from './draft.terms.js';
import { DECISION_ACTIONS, type DecisionAction } from './review.terms.js';

const TEXT_OR_NULL = { nullable: true, type: String } as const;

export class FaultView {
  @ApiProperty() path!: string;
  @ApiProperty() message!: string;
}

export class ReturnedView {
  @ApiProperty() comment!: string;
  @ApiProperty() by!: string;
  @ApiProperty({ description: 'ISO 8601' }) at!: string;
  @ApiProperty({ enum: REVIEW_STEPS, nullable: true }) step!: ReviewStep | null;
}

/** What somebody decided. */
export class DecisionView {
  @ApiProperty() id!: string;
  @ApiProperty() round!: number;
  @ApiProperty({ enum: REVIEW_STEPS, nullable: true }) step!: ReviewStep | null;
  @ApiProperty({ enum: DECISION_ACTIONS }) action!: DecisionAction;
  @ApiProperty({ enum: DRAFT_STATES }) to!: DraftState;
  @ApiProperty() by!: string;
  @ApiProperty(TEXT_OR_NULL) staffId!: string | null;
  @ApiProperty(TEXT_OR_NULL) onBehalfOf!: string | null;
  @ApiProperty(TEXT_OR_NULL) comment!: string | null;
  @ApiProperty() hash!: string;
  @ApiProperty({ description: 'ISO 8601' }) at!: string;
  @ApiProperty({ description: '在本轮有效' }) standing!: boolean;
}

/** A draft, and what the person may do with it. */
export class DraftView {
  @ApiProperty({ ...TEXT_OR_NULL, description: '空：发布后还没有改动' }) id!: string | null;
  @ApiProperty({ enum: DRAFT_KINDS }) kind!: DraftKind;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: NamedCode, nullable: true }) department!: NamedCode | null;
  @ApiProperty({ enum: DRAFT_STATES }) state!: DraftState;
  @ApiProperty() round!: number;
  @ApiProperty() revision!: number;
  @ApiProperty({ type: Object, additionalProperties: true }) content!: Record<string, unknown>;
  @ApiProperty({ description: '送审和审核时带上' }) hash!: string;
  @ApiProperty({ type: [FaultView] }) faults!: FaultView[];
  @ApiProperty() urgent!: boolean;
  @ApiProperty() silent!: boolean;
  @ApiProperty(TEXT_OR_NULL) scheduledFor!: string | null;
  @ApiProperty(TEXT_OR_NULL) dueOn!: string | null;
  @ApiProperty({ description: '工作日' }) overdueDays!: number;
  @ApiProperty({ nullable: true, type: Number }) publicVersion!: number | null;
  @ApiProperty({ type: ReturnedView, nullable: true }) returned!: ReturnedView | null;
  @ApiProperty({ type: [PersonView] }) authors!: PersonView[];
  @ApiProperty({ type: [DecisionView] }) decisions!: DecisionView[];
  @ApiProperty({ enum: DRAFT_ACTIONS, isArray: true }) actions!: DraftAction[];
  @ApiProperty(TEXT_OR_NULL) updatedAt!: string | null;
  @ApiProperty({ type: PersonView, nullable: true }) updatedBy!: PersonView | null;
}

export class FieldChangeView {
  @ApiProperty() field!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: Object, nullable: true }) before!: unknown;
  @ApiProperty({ type: Object, nullable: true }) after!: unknown;
}

/** Who saved what. */
export class DraftEditView {
  @ApiProperty() revision!: number;
  @ApiProperty() by!: PersonView;
  @ApiProperty({ description: 'ISO 8601' }) at!: string;
  @ApiProperty({ type: [FieldChangeView] }) changes!: FieldChangeView[];
}

/** A field that somebody else saved meanwhile. */
export class MeanwhileView extends FieldChangeView {
  @ApiProperty() by!: PersonView;
  @ApiProperty({ description: 'ISO 8601' }) at!: string;
}

/** What others saved meanwhile; comes with 409 `DRAFT.CONFLICT`. */
export class DraftConflictView {
  @ApiProperty() revision!: number;
  @ApiProperty() hash!: string;
  @ApiProperty({ type: [MeanwhileView] }) changes!: MeanwhileView[];
  @ApiProperty({ type: Object }) content!: Record<string, unknown>;
}

export class DiffPartView {
  @ApiProperty({ enum: ['same', 'added', 'removed'] }) op!: 'same' | 'added' | 'removed';
  @ApiProperty() text!: string;
}

export class FieldDiffView {
  @ApiProperty() field!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ enum: ['added', 'removed', 'changed'] }) change!: 'added' | 'removed' | 'changed';
  @ApiProperty() before!: string;
  @ApiProperty() after!: string;
  @ApiProperty({ type: [DiffPartView] }) parts!: DiffPartView[];
}

/** What differs between two versions. */
export class DiffView {
  @ApiProperty() from!: string;
  @ApiProperty() to!: string;
  @ApiProperty({ type: [FieldDiffView] }) fields!: FieldDiffView[];
}

/** A draft in a list, or a clause that needs attention. */
export class WorkItem {
  @ApiProperty(TEXT_OR_NULL) draftId!: string | null;
  @ApiProperty({ enum: DRAFT_KINDS }) kind!: DraftKind;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: NamedCode, nullable: true }) department!: NamedCode | null;
  @ApiProperty({ enum: DRAFT_STATES }) state!: DraftState;
  @ApiProperty() round!: number;
  @ApiProperty() urgent!: boolean;
  @ApiProperty(TEXT_OR_NULL) dueOn!: string | null;
  @ApiProperty({ description: '工作日' }) overdueDays!: number;
  @ApiProperty(TEXT_OR_NULL) scheduledFor!: string | null;
  @ApiProperty({ ...TEXT_OR_NULL, description: '申报截止或失效日期' }) closesOn!: string | null;
  @ApiProperty() updatedAt!: string;
  @ApiProperty({ type: PersonView, nullable: true }) updatedBy!: PersonView | null;
  @ApiProperty({ type: ReturnedView, nullable: true }) returned!: ReturnedView | null;
}

/** How much there is to do. */
export class WorkCounts {
  @ApiProperty() toFill!: number;
  @ApiProperty() toReview!: number;
  @ApiProperty() returned!: number;
  @ApiProperty() overdue!: number;
  @ApiProperty() closingSoon!: number;
  @ApiProperty() unreadNotices!: number;
}
