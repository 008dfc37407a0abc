import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { PageQuery } from '../common/page.query.js';
import { type Page, PageOf } from '../common/page.view.js';
import { EstimateService } from './estimate.service.js';
import {
  FrequencyRecord,
  SearchRecord,
  SubscriptionChange,
  SubscriptionIdParam,
  TARGET_FOLDERS,
  TargetParam,
  TopicsRecord,
} from './subscription.record.js';
import { EstimateView, SubscriptionView } from './subscription.view.js';
import { SubscriptionsService } from './subscriptions.service.js';

@ApiTags('我的')
@Requires('signed-in')
@Controller('api/v1/me/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly subscriptions: SubscriptionsService,
    private readonly estimates: EstimateService,
  ) {}

  @Get()
  @ApiOkResponse({ type: PageOf(SubscriptionView) })
  list(@CallerId() accountId: string, @Query() query: PageQuery): Promise<Page<SubscriptionView>> {
    return this.subscriptions.list(accountId, query);
  }

  /** What a search would bring. */
  @Get('estimate/search')
  @ApiOkResponse({ type: EstimateView })
  estimateSearch(@Query() query: SearchRecord): Promise<EstimateView> {
    return this.estimates.ofSearch(query);
  }

  /** What a topic, department or policy would bring. */
  @Get('estimate/:folder/:code')
  @ApiOkResponse({ type: EstimateView })
  estimate(@Param() { folder, code }: TargetParam): Promise<EstimateView> {
    return this.estimates.ofTarget(TARGET_FOLDERS[folder], code);
  }

  /** Several topics at once. */
  @Post('topics')
  @HttpCode(204)
  @ApiNoContentResponse()
  subscribeToTopics(
    @CallerId() accountId: string,
    @Body() { codes, frequency }: TopicsRecord,
  ): Promise<void> {
    return this.subscriptions.subscribe(accountId, 'topic', codes, frequency);
  }

  @Post('searches')
  @HttpCode(204)
  @ApiNoContentResponse()
  subscribeToSearch(@CallerId() accountId: string, @Body() record: SearchRecord): Promise<void> {
    return this.subscriptions.subscribeToSearch(accountId, record);
  }

  @Put(':folder/:code')
  @HttpCode(204)
  @ApiNoContentResponse()
  subscribe(
    @CallerId() accountId: string,
    @Param() { folder, code }: TargetParam,
    @Body() body?: FrequencyRecord,
  ): Promise<void> {
    return this.subscriptions.subscribe(accountId, TARGET_FOLDERS[folder], [code], body?.frequency);
  }

  @Delete(':folder/:code')
  @HttpCode(204)
  @ApiNoContentResponse()
  unsubscribe(@CallerId() accountId: string, @Param() { folder, code }: TargetParam): Promise<void> {
    return this.subscriptions.unsubscribe(accountId, TARGET_FOLDERS[folder], code);
  }

  @Patch('items/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  change(
    @CallerId() accountId: string,
    @Param() { id }: SubscriptionIdParam,
    @Body() changes: SubscriptionChange,
  ): Promise<void> {
    return this.subscriptions.change(accountId, id, changes);
  }

  @Delete('items/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@CallerId() accountId: string, @Param() { id }: SubscriptionIdParam): Promise<void> {
    return this.subscriptions.end(accountId, id);
  }

  /** Takes up an ended subscription again. */
  @Post('items/:id/restore')
  @HttpCode(204)
  @ApiNoContentResponse()
  restore(@CallerId() accountId: string, @Param() { id }: SubscriptionIdParam): Promise<void> {
    return this.subscriptions.restore(accountId, id);
  }

  /** Ends everything at once. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  endAll(@CallerId() accountId: string): Promise<void> {
    return this.subscriptions.endAll(accountId);
  }
}
