import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Requires } from '../accounts/permissions.js';
import { PageQuery } from '../common/page.query.js';
import { type Page, PageOf } from '../common/page.view.js';
import { CampaignControlService } from './campaign-control.service.js';
import { CampaignDetailView, CampaignView } from './campaign.view.js';
import { StaffCampaignsService } from './staff-campaigns.service.js';

/** The `:id` of a campaign. */
export class CampaignIdParam {
  @ApiProperty()
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}$/, { message: '推送编号无效' })
  id!: string;
}

@ApiTags('工作人员：推送')
@Requires('push.operate')
@Controller('api/v1/staff/campaigns')
export class StaffCampaignsController {
  constructor(
    private readonly campaigns: StaffCampaignsService,
    private readonly control: CampaignControlService,
  ) {}

  @Get()
  @Requires('push.read')
  @ApiOkResponse({ type: PageOf(CampaignView) })
  list(@Query() query: PageQuery): Promise<Page<CampaignView>> {
    return this.campaigns.list(query);
  }

  @Get(':id')
  @Requires('push.read')
  @ApiOkResponse({ type: CampaignDetailView })
  get(@Param() { id }: CampaignIdParam): Promise<CampaignDetailView> {
    return this.campaigns.get(id);
  }

  /** Sends nothing more until it is resumed. */
  @Post(':id/pause')
  @HttpCode(204)
  @ApiNoContentResponse()
  pause(@Param() { id }: CampaignIdParam): Promise<void> {
    return this.control.pause(id);
  }

  @Post(':id/resume')
  @HttpCode(204)
  @ApiNoContentResponse()
  resume(@Param() { id }: CampaignIdParam): Promise<void> {
    return this.control.resume(id);
  }

  /** Ends it; what was not sent will not be. */
  @Post(':id/cancel')
  @HttpCode(204)
  @ApiNoContentResponse()
  cancel(@Param() { id }: CampaignIdParam): Promise<void> {
    return this.control.cancel(id);
  }
}
