import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { IsText } from '../../common/record-validators.js';
import { AssignmentsRecord } from '../staff-people.record.js';

/** Who is invited, and to which roles. */
export class InvitationRecord extends AssignmentsRecord {
  @ApiProperty({ maxLength: 64 })
  @IsText('用户名', 64)
  username!: string;

  @ApiProperty({ maxLength: 40 })
  @IsText('姓名', 40)
  name!: string;
}

/** What stands in the link. */
export class InvitationToken {
  @ApiProperty()
  @Matches(/^[\w-]{43}$/, { message: '链接不完整，请重新复制整个链接' })
  token!: string;
}

export class InvitationAcceptance extends InvitationToken {
  @ApiProperty({ maxLength: 200 })
  @IsString({ message: '请填写密码' })
  @Length(1, 1000, { message: '请填写密码' })
  password!: string;
}
