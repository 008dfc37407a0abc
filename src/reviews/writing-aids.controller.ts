import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { renderFlowchart } from '#libs/flowchart';
import { Requires } from '../accounts/permissions.js';
import { WritingAidsService } from './writing-aids.service.js';
import { CheckRecord, CheckView, FlowchartRecord } from './writing-aids.view.js';

@ApiTags('工作人员：稿件和审核')
@Requires('catalogue.read', 'listed')
@Controller('api/v1/staff')
export class WritingAidsController {
  constructor(private readonly aids: WritingAidsService) {}

  @Post('clauses/check')
  @HttpCode(200)
  @ApiOkResponse({ type: CheckView })
  check(@Body() record: CheckRecord): Promise<CheckView> {
    return this.aids.check(record);
  }

  @Post('flowchart')
  @HttpCode(200)
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @ApiProduces('image/svg+xml')
  flowchart(@Body() { title, steps, totalDays }: FlowchartRecord): string {
    return renderFlowchart({ title, steps, totalDays });
  }
}
