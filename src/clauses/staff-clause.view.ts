import { ApiProperty } from '@nestjs/swagger';
import { ClauseSummary } from './clause-summary.view.js';
import { ClauseView } from './clause.view.js';

/** Where the working copy of a clause stands. */
export class ClauseDraftView {
  @ApiProperty() id!: string;
  @ApiProperty() state!: string;
  @ApiProperty() urgent!: boolean;
  @ApiProperty({ nullable: true, type: String }) dueOn!: string | null;
}

/** A clause in the staff's list: what its latest version says, and where the clause stands. */
export class StaffClauseSummary extends ClauseSummary {
  @ApiProperty({ minimum: 0, description: '最新版本号；0 为还没有版本' }) version!: number;
  @ApiProperty({ description: '最新版本还没有公开' }) pending!: boolean;
  @ApiProperty({ description: 'ISO 8601' }) updatedAt!: string;
  @ApiProperty({ type: ClauseDraftView, nullable: true }) draft!: ClauseDraftView | null;
}

/** The latest version of a clause, whatever its status. */
export class StaffClauseView extends ClauseView {
  @ApiProperty({ description: '这一版本还没有公开' }) pending!: boolean;
  @ApiProperty({ minimum: 0, description: '近 30 天被打开的次数' }) viewsLastMonth!: number;
  @ApiProperty({ description: 'ISO 8601' }) updatedAt!: string;
}
