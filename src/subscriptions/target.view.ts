import { ApiProperty } from '@nestjs/swagger';
import { TARGET_KINDS, type TargetKind } from './subscription.terms.js';

/** Something to subscribe to, as people see it. */
export class TargetView {
  @ApiProperty({ enum: TARGET_KINDS }) kind!: TargetKind;
  @ApiProperty({ nullable: true, type: String, description: '编码；搜索没有编码' }) code!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '门户里的页面' }) path!: string;
}
