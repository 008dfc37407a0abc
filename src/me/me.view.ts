import { ApiProperty } from '@nestjs/swagger';
import { ContactView } from '../contacts/contact.view.js';
import { ConsentView } from '../notifications/consent.view.js';

/** The signed-in person, as far as a page needs to know. */
export class MeView {
  @ApiProperty() id!: string;
  @ApiProperty({ description: '未读消息数' }) unread!: number;
  @ApiProperty({ type: [ConsentView] }) consents!: ConsentView[];
  @ApiProperty({ description: '除小程序外选择了哪些提醒方式' }) contact!: ContactView;
  @ApiProperty({ type: [String], description: '订阅的主题编码' }) topics!: string[];
  @ApiProperty({ type: [String], description: '订阅的部门编码' }) departments!: string[];
  @ApiProperty({ type: [String], description: '订阅的政策编码' }) policies!: string[];
}
