import { ApiProperty } from '@nestjs/swagger';

/** By which other ways than the mini program somebody is told. */
export class ContactView {
  @ApiProperty({ description: '是否选择了由公众号提醒' }) officialAccount!: boolean;
  @ApiProperty({ description: '是否关注了公众号' }) follows!: boolean;
  @ApiProperty({ nullable: true, type: String, description: '接收短信的手机号，中间四位隐去' }) phone!:
    string | null;
}
