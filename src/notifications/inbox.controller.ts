import { Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { PageQuery } from '../common/page.query.js';
import { type Page, PageOf } from '../common/page.view.js';
import { InboxService } from './inbox.service.js';
import { MessageView } from './message.view.js';

/** The `:id` of a message. */
export class MessageIdParam {
  @ApiProperty()
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}$/, { message: '消息编号无效' })
  id!: string;
}

@ApiTags('我的')
@Requires('signed-in')
@Controller('api/v1/me/messages')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @ApiOkResponse({ type: PageOf(MessageView) })
  list(@CallerId() accountId: string, @Query() query: PageQuery): Promise<Page<MessageView>> {
    return this.inbox.list(accountId, query);
  }

  @Put(':id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  markRead(@CallerId() accountId: string, @Param() { id }: MessageIdParam): Promise<void> {
    return this.inbox.markRead(accountId, id);
  }
}
