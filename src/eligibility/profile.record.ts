import { type Subject, SUBJECTS } from '#libs/eligibility';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsObject, IsOptional, Matches } from 'class-validator';
import { IsText } from '../common/record-validators.js';
import { FREQUENCIES, type Frequency } from '../subscriptions/subscription.terms.js';

/** What a person asks us to keep. */
export class ProfileRecord {
  @ApiProperty({ enum: SUBJECTS })
  @IsIn(SUBJECTS, { message: '请选择企业（enterprise）或群众（citizen）' })
  subject!: Subject;

  @ApiProperty({ maxLength: 60, description: '给这份资料起的名字，例如企业名称' })
  @IsText('资料的名字', 60)
  label!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject({ message: '回答应为 JSON 对象' })
  values!: Record<string, unknown>;

  @ApiProperty({ required: false, description: '单独同意保存敏感个人信息' })
  @IsOptional()
  @IsBoolean({ message: '应为 true 或 false' })
  sensitiveConsent?: boolean;
}

/** Another name for a profile. */
export class ProfileNameRecord {
  @ApiProperty({ maxLength: 60 })
  @IsText('资料的名字', 60)
  label!: string;
}

export class ProfileIdParam {
  @ApiProperty()
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}$/, { message: '没有这份资料，请刷新页面' })
  id!: string;
}

/** How soon to hear of what fits. */
export class ProfileSubscriptionRecord {
  @ApiProperty({ required: false, enum: FREQUENCIES })
  @IsOptional()
  @IsIn(FREQUENCIES, { message: '频率应为 immediate、daily 或 weekly' })
  frequency?: Frequency;
}
