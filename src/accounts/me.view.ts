import { ApiProperty } from '@nestjs/swagger';

/** How many WeChat messages of a template the person still allows. */
export class ConsentView {
  @ApiProperty() templateId!: string;
  @ApiProperty() remaining!: number;
}

/** The signed-in person, as far as a page needs to know. */
export class MeView {
  @ApiProperty() id!: string;
  @ApiProperty({ description: '未读消息数' }) unread!: number;
  @ApiProperty({ type: [ConsentView] }) consents!: ConsentView[];
  @ApiProperty({ type: [String], description: '订阅的主题编码' }) topics!: string[];
}

/** A new session. A browser gets the cookie and can forget the token; the mini program sends it as bearer token. */
export class SessionView {
  @ApiProperty() token!: string;
  @ApiProperty() expiresAt!: string;
}
