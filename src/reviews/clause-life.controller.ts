import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { EndRecord, ExpiryRecord, SupersedeRecord, WithdrawRecord } from './clause-life.record.js';
import { ClauseLifeService } from './clause-life.service.js';

@ApiTags('工作人员：条款')
@Requires('clauses.end', 'clause')
@Controller('api/v1/staff/clauses/:code')
export class ClauseLifeController {
  constructor(private readonly life: ClauseLifeService) {}

  /** Not shown to the public any more, but as of the days on which it was in force; with `hide` not even then. */
  @Post('withdraw')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@Param() { code }: CodeParam, @Body() { reason, hide }: WithdrawRecord): Promise<void> {
    return this.life.end(code, { status: 'withdrawn', reason, hide });
  }

  @Post('repeal')
  @HttpCode(204)
  @ApiNoContentResponse()
  repeal(@Param() { code }: CodeParam, @Body() { reason }: EndRecord): Promise<void> {
    return this.life.end(code, { status: 'repealed', reason });
  }

  @Post('supersede')
  @HttpCode(204)
  @ApiNoContentResponse()
  supersede(@Param() { code }: CodeParam, @Body() { by, reason }: SupersedeRecord): Promise<void> {
    return this.life.end(code, { status: 'superseded', reason, successor: by });
  }

  @Put('expiry')
  @HttpCode(204)
  @ApiNoContentResponse()
  expiry(@Param() { code }: CodeParam, @Body() { on, reason }: ExpiryRecord): Promise<void> {
    return this.life.setExpiry(code, on ?? null, reason);
  }
}
