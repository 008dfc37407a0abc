import { Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { PageQuery } from '../common/page.query.js';
import { type Page, PageOf } from '../common/page.view.js';
import { SubscriptionView } from './subscription.view.js';
import { SubscriptionsService } from './subscriptions.service.js';

@ApiTags('我的')
@Requires('signed-in')
@Controller('api/v1/me/subscriptions')
export class SubscriptionsController {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  @Get()
  @ApiOkResponse({ type: PageOf(SubscriptionView) })
  list(@CallerId() accountId: string, @Query() query: PageQuery): Promise<Page<SubscriptionView>> {
    return this.subscriptions.list(accountId, query);
  }

  @Put('topics/:code')
  @HttpCode(204)
  @ApiNoContentResponse()
  subscribe(@CallerId() accountId: string, @Param() { code }: CodeParam): Promise<void> {
    return this.subscriptions.subscribe(accountId, code);
  }

  @Delete('topics/:code')
  @HttpCode(204)
  @ApiNoContentResponse()
  unsubscribe(@CallerId() accountId: string, @Param() { code }: CodeParam): Promise<void> {
    return this.subscriptions.unsubscribe(accountId, code);
  }
}
