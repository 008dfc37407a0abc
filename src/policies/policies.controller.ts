import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { PageQuery } from '../common/page.query.js';
import { type Page, PageOf } from '../common/page.view.js';
import { PoliciesService } from './policies.service.js';
import { PolicySummary, PolicyView } from './policy.view.js';

@ApiTags('政策')
@Requires('public')
@Controller('api/v1/policies')
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  @ApiOkResponse({ type: PageOf(PolicySummary) })
  list(@Query() query: PageQuery): Promise<Page<PolicySummary>> {
    return this.policies.list(query);
  }

  @Get(':code')
  @ApiOkResponse({ type: PolicyView })
  get(@Param() { code }: CodeParam): Promise<PolicyView> {
    return this.policies.get(code);
  }
}
