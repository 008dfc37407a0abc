import { ApiProperty } from '@nestjs/swagger';

/** A code and what people read for it: an area, a topic, a department. */
export class NamedCode {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
}
