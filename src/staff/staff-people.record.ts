import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { CODE_MESSAGE, CODE_PATTERN } from '../common/code.param.js';
import { ID_MESSAGE, ID_PATTERN } from '../common/id.param.js';
import { PageQuery } from '../common/page.query.js';
import { IsDate, IsText } from '../common/record-validators.js';
import { STAFF_ROLES, type StaffRole } from './role.terms.js';

/** Which people are asked for. */
export class PeopleQuery extends PageQuery {
  @ApiProperty({ required: false, maxLength: 60 })
  @IsOptional()
  @IsString({ message: '搜索内容应为文字' })
  @Length(0, 60, { message: '搜索内容最多 60 个字' })
  q = '';
}

export class AssignmentRecord {
  @ApiProperty({ enum: STAFF_ROLES })
  @IsIn(STAFF_ROLES, { message: '没有这种岗位，请从列表中选择' })
  role!: StaffRole;

  @ApiProperty({ required: false, description: '部门编码；登记员、部门审核、分管领导必填' })
  @IsOptional()
  @Matches(CODE_PATTERN, { message: CODE_MESSAGE })
  department?: string;
}

/** All roles that a person is to hold. */
export class AssignmentsRecord {
  @ApiProperty({ type: [AssignmentRecord] })
  @IsArray({ message: '岗位应为列表' })
  @ArrayMaxSize(200, { message: '岗位最多 200 个' })
  @ValidateNested({ each: true })
  @Type(() => AssignmentRecord)
  assignments!: AssignmentRecord[];
}

export class PersonNameRecord {
  @ApiProperty({ maxLength: 40 })
  @IsText('姓名', 40)
  name!: string;
}

/** Who is to stand in for whom, and when. */
export class DelegationRecord {
  @ApiProperty({ description: '由谁代为审核' })
  @Matches(ID_PATTERN, { message: ID_MESSAGE })
  to!: string;

  @ApiProperty({ required: false, description: '代谁审核；不填为本人' })
  @IsOptional()
  @Matches(ID_PATTERN, { message: ID_MESSAGE })
  from?: string;

  @ApiProperty({ example: '2026-01-05' })
  @IsDate('开始日期')
  firstDay!: string;

  @ApiProperty({ example: '2026-01-09' })
  @IsDate('结束日期')
  lastDay!: string;
}
