import { ApiProperty } from '@nestjs/swagger';
import { NamedCode } from '../common/named-code.view.js';

/** How to reach a department. */
export class DepartmentContact {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty() shortName!: string;
  @ApiProperty() region!: NamedCode;
  @ApiProperty({ type: [String] }) phones!: string[];
  @ApiProperty({ nullable: true, type: String }) address!: string | null;
}

/** A department as the public sees it. */
export class DepartmentView extends DepartmentContact {
  @ApiProperty({ description: '已发布条款数' }) clauseCount!: number;
}
