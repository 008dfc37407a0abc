import { type Subject, SUBJECTS } from '#libs/eligibility';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';

/** What was answered so far. */
export class AnswersRecord {
  @ApiProperty({ enum: SUBJECTS })
  @IsIn(SUBJECTS, { message: '请选择企业（enterprise）或群众（citizen）' })
  subject!: Subject;

  @ApiProperty({ type: 'object', additionalProperties: true, description: '属性 → 回答' })
  @IsObject({ message: '回答应为 JSON 对象' })
  values!: Record<string, unknown>;

  @ApiProperty({ required: false, type: [String], description: '不想回答的属性' })
  @IsOptional()
  @IsArray({ message: '跳过的问题应为列表' })
  @ArrayMaxSize(100, { message: '跳过的问题最多 100 个' })
  @IsString({ each: true, message: '跳过的问题应为属性名' })
  skipped?: string[];
}

/** Whose attributes are wanted. */
export class SubjectQuery {
  @ApiProperty({ enum: SUBJECTS })
  @IsIn(SUBJECTS, { message: '请选择企业（enterprise）或群众（citizen）' })
  subject!: Subject;
}

/** Part of a name or code. */
export class LookUpQuery {
  @ApiProperty({ maxLength: 30 })
  @IsString({ message: '请输入名称或代码' })
  @Length(1, 30, { message: '请输入名称或代码，最多 30 个字' })
  q!: string;
}

export class CreditCodeRecord {
  @ApiProperty({ example: '91350100M000100Y43' })
  @Matches(/^[0-9A-Za-z]{18}$/, { message: '统一社会信用代码是 18 位数字和字母' })
  creditCode!: string;
}
