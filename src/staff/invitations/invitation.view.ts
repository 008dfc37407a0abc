import { ApiProperty } from '@nestjs/swagger';

/** A link to hand to the person; it is shown this once. */
export class InvitationLinkView {
  @ApiProperty({ description: '工作人员的编号' }) id!: string;
  @ApiProperty() url!: string;
  @ApiProperty() expiresAt!: string;
}

/** For whom a link is. */
export class InvitationView {
  @ApiProperty() username!: string;
  @ApiProperty() name!: string;
  @ApiProperty() expiresAt!: string;
}
