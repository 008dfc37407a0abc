import { ApiProperty } from '@nestjs/swagger';
import { ClauseSummary } from '../clauses/clause-summary.view.js';
import { PolicySummary } from '../policies/policy.view.js';

export const HIT_TYPES = ['clause', 'policy'] as const;
export type HitType = (typeof HIT_TYPES)[number];

/** A stretch of a text, in UTF-16 units, `end` exclusive. */
export class TextRange {
  @ApiProperty() start!: number;
  @ApiProperty() end!: number;
}

/** What matched where; ranges refer to the texts of the hit itself. */
export class HitHighlights {
  @ApiProperty({ type: [TextRange] }) title!: TextRange[];
  @ApiProperty({ type: [TextRange], description: 'benefit（条款）或 summary（政策）' }) text!: TextRange[];
  @ApiProperty({ type: [TextRange] }) documentNumber!: TextRange[];
}

export class SearchHit {
  @ApiProperty({ enum: HIT_TYPES }) type!: HitType;
  @ApiProperty({ required: false }) clause?: ClauseSummary;
  @ApiProperty({ required: false }) policy?: PolicySummary;
  @ApiProperty() highlights!: HitHighlights;
}

export class FacetValue {
  @ApiProperty() value!: string;
  @ApiProperty({ description: '给人看的名称' }) label!: string;
  @ApiProperty() count!: number;
}

/** How many hits each further filter would leave, per filter. */
export class SearchFacets {
  @ApiProperty({ type: [FacetValue] }) type!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) department!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) topic!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) audience!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) supportKind!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) region!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) status!: FacetValue[];
}

/** One page of hits; `relaxed` says that no text held all words, so these hold some. */
export class SearchPage {
  @ApiProperty({ type: [SearchHit] }) items!: SearchHit[];
  @ApiProperty() page!: number;
  @ApiProperty() pageSize!: number;
  @ApiProperty() total!: number;
  @ApiProperty() relaxed!: boolean;
  @ApiProperty() facets!: SearchFacets;
}
