import { ApiProperty } from '@nestjs/swagger';
import { PolicyInterpretation } from '../policies/policy.view.js';
import { PolicyReference } from '../clauses/clause-summary.view.js';

/** What the public reads of an interpretation (解读). */
export class InterpretationView extends PolicyInterpretation {
  @ApiProperty() body!: string;
  @ApiProperty({ nullable: true, type: String }) sourceUrl!: string | null;
  @ApiProperty() policy!: PolicyReference;
}
