import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { DecisionView } from './draft.view.js';

/** A version of a clause, and the decisions on it. */
export class ClauseVersionItem {
  @ApiProperty({ minimum: 1 }) number!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ nullable: true, type: String }) publishedAt!: string | null;
  @ApiProperty({ nullable: true, type: String }) supersededAt!: string | null;
  @ApiProperty() hash!: string;
  @ApiProperty({ type: [DecisionView] }) decisions!: DecisionView[];
}

/** Which versions are compared. */
export class VersionDiffQuery {
  @ApiProperty({ minimum: 1 })
  @Type(() => Number)
  @IsInt({ message: '版本号应为整数' })
  @Min(1, { message: '版本号从 1 开始' })
  @Max(1_000_000, { message: '版本号过大' })
  from!: number;

  @ApiProperty({ minimum: 1 })
  @Type(() => Number)
  @IsInt({ message: '版本号应为整数' })
  @Min(1, { message: '版本号从 1 开始' })
  @Max(1_000_000, { message: '版本号过大' })
  to!: number;
}
