import { ApiProperty } from '@nestjs/swagger';
import { ClauseView } from '../../clauses/clause.view.js';
import { InterpretationView } from '../../interpretations/interpretation.view.js';
import { PolicyView } from '../../policies/policy.view.js';
import { DRAFT_KINDS, type DraftKind } from '../draft.terms.js';

/** A draft as the public would read it; the member named like its kind is there. */
export class DraftPreview {
  @ApiProperty({ enum: DRAFT_KINDS }) kind!: DraftKind;
  @ApiProperty({ required: false, type: ClauseView }) clause?: ClauseView;
  @ApiProperty({ required: false, type: PolicyView }) policy?: PolicyView;
  @ApiProperty({ required: false, type: InterpretationView }) interpretation?: InterpretationView;
}
