import { ApiProperty } from '@nestjs/swagger';
import { ClauseSummary } from '../clauses/clause-summary.view.js';
import { PolicySummary } from '../policies/policy.view.js';

export const HIT_TYPES = ['clause', 'policy'] as const;
export type HitType = (typeof HIT_TYPES)[number];
/** How hits were found, see the search index. */
export const MATCH_KINDS = ['all', 'sound', 'initials', 'some'] as const;

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

/** Why a hit stands where it stands: exact number first, then what is in force, then the score. */
export class HitExplanation {
  @ApiProperty({ description: '文号完全一致' }) exactNumber!: boolean;
  @ApiProperty({ description: '0 现行有效，1 已失效或废止' }) tier!: number;
  @ApiProperty() score!: number;
  @ApiProperty({ nullable: true, type: Number, description: '文字覆盖搜索词的程度' }) coverage!:
    number | null;
  @ApiProperty({ nullable: true, type: Number, description: '搜索词与标题的吻合程度' }) alignment!:
    number | null;
}

export class SearchHit {
  @ApiProperty({ enum: HIT_TYPES }) type!: HitType;
  @ApiProperty({ required: false }) clause?: ClauseSummary;
  @ApiProperty({ required: false }) policy?: PolicySummary;
  @ApiProperty() highlights!: HitHighlights;
  @ApiProperty({ required: false }) explanation?: HitExplanation;
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
  @ApiProperty({ type: [SearchHit], description: '工作人员为这个搜索词置顶的结果' }) pinned!: SearchHit[];
  @ApiProperty() relaxed!: boolean;
  @ApiProperty({
    enum: MATCH_KINDS,
    description: 'all 含全部词，sound 读音相同，initials 首字母，some 含一部分词',
  })
  match!: (typeof MATCH_KINDS)[number];
  @ApiProperty({ type: [String], description: '一并查找的同义词' }) synonyms!: string[];
  @ApiProperty({ nullable: true, type: String, description: '您是不是要找' }) suggestion!: string | null;
  @ApiProperty({ type: [String], description: '没有结果时，去掉后会有结果的筛选条件' })
  blockingFilters!: string[];
  @ApiProperty() tookMs!: number;
  @ApiProperty() facets!: SearchFacets;
}
