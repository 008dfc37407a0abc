import { ApiProperty } from '@nestjs/swagger';
import { PERMISSIONS, type StaffPermission } from '../accounts/permissions.js';
import { NamedCode } from '../common/named-code.view.js';

/** A staff member, as others see them. */
export class PersonView {
  @ApiProperty() id!: string;
  @ApiProperty({ description: '姓名；没有填写时为用户名' }) name!: string;
}

/** A role somebody holds. */
export class AssignmentView {
  @ApiProperty({ example: 'registrar' }) role!: string;
  @ApiProperty({ type: NamedCode, nullable: true, description: '空为全市' }) department!: NamedCode | null;
}

/** The signed-in staff member. */
export class StaffMeView {
  @ApiProperty() id!: string;
  @ApiProperty() username!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: PERMISSIONS, isArray: true, description: '在任一部门拥有的权限' })
  permissions!: StaffPermission[];
  @ApiProperty({ description: '岗位要求两步验证而尚未设置；设置前没有任何权限' })
  secondFactorMissing!: boolean;
  @ApiProperty({ type: [AssignmentView] }) assignments!: AssignmentView[];
  @ApiProperty({ type: [PersonView], description: '今天代谁审核' }) actingFor!: PersonView[];
  @ApiProperty({ description: '每项权限在哪些部门拥有；all 为全市' })
  departments!: Partial<Record<StaffPermission, NamedCode[] | 'all'>>;
}

/** A person in the administrator's list. */
export class StaffPersonView {
  @ApiProperty() id!: string;
  @ApiProperty() username!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [AssignmentView] }) assignments!: AssignmentView[];
  @ApiProperty({ description: '已停用，不能登录' }) disabled!: boolean;
  @ApiProperty({ description: '已启用两步验证' }) secondFactor!: boolean;
  @ApiProperty({ description: '还没有通过邀请设置密码' }) invited!: boolean;
  @ApiProperty({ description: 'ISO 8601' }) createdAt!: string;
}

/** Somebody stands in for somebody. */
export class DelegationView {
  @ApiProperty() id!: string;
  @ApiProperty() from!: PersonView;
  @ApiProperty() to!: PersonView;
  @ApiProperty({ example: '2026-01-05' }) firstDay!: string;
  @ApiProperty({ example: '2026-01-09' }) lastDay!: string;
  @ApiProperty({ description: '今天有效' }) active!: boolean;
}
