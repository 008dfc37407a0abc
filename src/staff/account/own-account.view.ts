import { ApiProperty } from '@nestjs/swagger';

/** The signed-in person's own account. */
export class OwnAccountView {
  @ApiProperty() username!: string;
  @ApiProperty() name!: string;
  @ApiProperty() secondFactor!: boolean;
  @ApiProperty({ description: '岗位要求两步验证，不能停用' }) secondFactorRequired!: boolean;
  @ApiProperty() recoveryCodesLeft!: number;
  @ApiProperty() wechatBound!: boolean;
}

export class FactorSetUpView {
  @ApiProperty({ description: 'base32，供手工输入' }) secret!: string;
  @ApiProperty({ description: 'otpauth://…，供二维码' }) uri!: string;
}

export class RecoveryCodesView {
  @ApiProperty({ type: [String], description: '只显示这一次' }) recoveryCodes!: string[];
}

/** One of the person's sessions. */
export class OwnSessionView {
  @ApiProperty() id!: string;
  @ApiProperty({ description: '就是现在这次登录' }) current!: boolean;
  @ApiProperty({ example: 'Chrome（Windows）' }) device!: string;
  @ApiProperty() address!: string;
  @ApiProperty({ enum: ['password', 'wechat', ''] }) method!: string;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: String, nullable: true, description: '最近使用，精确到几分钟' }) seenAt!:
    string | null;
  @ApiProperty() expiresAt!: string;
}
