import { ApiProperty } from '@nestjs/swagger';

/** A new session. A browser gets the cookie and can forget the token; the mini program sends it as bearer token. */
export class SessionView {
  @ApiProperty() token!: string;
  @ApiProperty() expiresAt!: string;
}
