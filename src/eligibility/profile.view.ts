import { ApiProperty } from '@nestjs/swagger';

/** A profile in a person's list. */
export class ProfileSummary {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: ['enterprise', 'citizen'] }) subject!: 'enterprise' | 'citizen';
  @ApiProperty({ nullable: true, type: String, description: '打不开时为 null' }) label!: string | null;
  @ApiProperty({ description: '打不开，请删除后重新填写' }) unreadable!: boolean;
  @ApiProperty({ description: '有新政策适合时告诉我' }) subscribed!: boolean;
  @ApiProperty({ description: 'ISO 8601, UTC' }) updatedAt!: string;
  @ApiProperty({ description: '保存到哪天' }) expiresOn!: string;
}

/** All that is kept. */
export class ProfileView extends ProfileSummary {
  @ApiProperty({ type: 'object', additionalProperties: true }) values!: Record<string, unknown>;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: '行业、地区代码的名称',
  })
  names!: Record<string, string>;
}

/** What keeping a profile means, for whoever is about to say yes. */
export class KeepingView {
  @ApiProperty() purpose!: string;
  @ApiProperty({ description: '最后一次修改或确认后保存几天' }) retentionDays!: number;
  @ApiProperty({ description: '现在保存或确认，就保存到这天' }) keptUntil!: string;
}

/** A person's profiles, and what they are kept for. */
export class ProfilesView extends KeepingView {
  @ApiProperty({ type: [ProfileSummary] }) items!: ProfileSummary[];
}

/** A profile that was saved or confirmed. */
export class KeptView {
  @ApiProperty() id!: string;
  @ApiProperty({ description: '保存到哪天' }) expiresOn!: string;
}

/** A copy of everything, for the person (个人信息保护法 art. 45). */
export class ProfileExport {
  @ApiProperty() purpose!: string;
  @ApiProperty({ type: [ProfileView] }) profiles!: ProfileView[];
}
