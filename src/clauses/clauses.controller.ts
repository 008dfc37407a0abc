import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { renderFlowchart } from '#libs/flowchart';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { ClauseQuery } from './clause.query.js';
import { ClauseViewsService } from './clause-views.service.js';
import { ClauseView } from './clause.view.js';
import { ClausesService } from './clauses.service.js';

@ApiTags('条款')
@Requires('public')
@Controller('api/v1/clauses')
export class ClausesController {
  constructor(
    private readonly clauses: ClausesService,
    private readonly views: ClauseViewsService,
  ) {}

  @Get(':code')
  @ApiOkResponse({ type: ClauseView })
  async get(@Param() { code }: CodeParam, @Query() { version, asOf }: ClauseQuery): Promise<ClauseView> {
    const clause = await (asOf ? this.clauses.asOf(code, asOf) : this.clauses.get(code, version));
    this.views.note(code);
    return clause;
  }

  /** The handling flowchart (办理流程图), drawn from the steps. */
  @Get(':code/flowchart.svg')
  @Header('content-type', 'image/svg+xml; charset=utf-8')
  @ApiProduces('image/svg+xml')
  async flowchart(@Param() { code }: CodeParam, @Query() { version }: ClauseQuery): Promise<string> {
    const { title, steps, timeLimitDays } = await this.clauses.get(code, version);
    return renderFlowchart({ title, steps, totalDays: timeLimitDays ?? undefined });
  }
}
