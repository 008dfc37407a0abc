import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS, type StaffPermission } from '../accounts/permissions.js';

/** The signed-in staff member. */
export class StaffMeView {
  @ApiProperty() id!: string;
  @ApiProperty() username!: string;
  @ApiProperty({ example: 'administrator' }) role!: string;
  @ApiProperty({ enum: PERMISSIONS, isArray: true }) permissions!: StaffPermission[];
}
