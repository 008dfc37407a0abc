import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { ProfileIdParam, ProfileSubscriptionRecord } from '../eligibility/profile.record.js';
import { SubscriptionsService } from './subscriptions.service.js';

/** "Tell me what fits" for a profile that a person keeps. */
@ApiTags('我的')
@Requires('signed-in')
@Controller('api/v1/me/profiles/:id/subscription')
export class ProfileSubscriptionsController {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  @Put()
  @HttpCode(204)
  @ApiNoContentResponse()
  subscribe(
    @CallerId() accountId: string,
    @Param() { id }: ProfileIdParam,
    @Body() body?: ProfileSubscriptionRecord,
  ): Promise<void> {
    return this.subscriptions.subscribeToProfile(accountId, id, body?.frequency);
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  unsubscribe(@CallerId() accountId: string, @Param() { id }: ProfileIdParam): Promise<void> {
    return this.subscriptions.unsubscribeFromProfile(accountId, id);
  }
}
