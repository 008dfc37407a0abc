import { ApiProperty } from '@nestjs/swagger';

/** How many WeChat messages of a template the person still allows. */
export class ConsentView {
  @ApiProperty() templateId!: string;
  @ApiProperty() remaining!: number;
}
