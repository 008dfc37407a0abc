import { Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { IdParam } from '../common/id.param.js';
import { type Page, PageOf } from '../common/page.view.js';
import { NoticeQuery } from './notice.query.js';
import { NoticeView } from './notice.view.js';
import { StaffNoticesService } from './staff-notices.service.js';

@ApiTags('工作人员：通知')
@Requires('staff')
@Controller('api/v1/staff/notices')
export class StaffNoticesController {
  constructor(private readonly notices: StaffNoticesService) {}

  @Get()
  @ApiOkResponse({ type: PageOf(NoticeView) })
  list(@CallerId() staffId: string, @Query() query: NoticeQuery): Promise<Page<NoticeView>> {
    return this.notices.list(staffId, query.unread, query);
  }

  @Put('read')
  @HttpCode(204)
  @ApiNoContentResponse()
  readAll(@CallerId() staffId: string): Promise<void> {
    return this.notices.markAllRead(staffId);
  }

  @Put(':id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  read(@CallerId() staffId: string, @Param() { id }: IdParam): Promise<void> {
    return this.notices.markRead(staffId, id);
  }
}
