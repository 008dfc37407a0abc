import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerStaff } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { ForbiddenError } from '../common/common.errors.js';
import { type Page, PageOf } from '../common/page.view.js';
import { DescribesRecord, RecordBody } from '../common/record-body.js';
import { outcomeOf, type SaveOutcomeView } from '../common/save-outcome.view.js';
import type { StaffMember } from '../staff/staff-member.js';
import { heldIn } from '../staff/staff-scope.js';
import { ClauseEditorService } from './clause-editor.service.js';
import { ClauseRecord } from './clause.record.js';
import { PublishRecord } from './publish.record.js';
import { SilentQuery, StaffClauseQuery } from './staff-clause.query.js';
import { StaffClauseSummary, StaffClauseView } from './staff-clause.view.js';
import { StaffClausesService } from './staff-clauses.service.js';

@ApiTags('工作人员：条款')
@Controller('api/v1/staff/clauses')
export class StaffClausesController {
  constructor(
    private readonly clauses: StaffClausesService,
    private readonly editor: ClauseEditorService,
  ) {}

  @Get()
  @Requires('catalogue.read', 'listed')
  @ApiOkResponse({ type: PageOf(StaffClauseSummary) })
  list(
    @Query() query: StaffClauseQuery,
    @CallerStaff() member: StaffMember,
  ): Promise<Page<StaffClauseSummary>> {
    return this.clauses.list(query, heldIn(member, 'catalogue.read'));
  }

  @Get(':code')
  @Requires('catalogue.read', 'clause')
  @ApiOkResponse({ type: StaffClauseView })
  get(@Param() { code }: CodeParam): Promise<StaffClauseView> {
    return this.clauses.get(code);
  }

  /** Creates or updates; a record that says `published` (the default) goes public at once. */
  @Put(':code')
  @Requires('catalogue.write')
  @DescribesRecord(ClauseRecord)
  async put(
    @Param() { code }: CodeParam,
    @RecordBody(ClauseRecord) record: ClauseRecord,
    @Query() { silent = false }: SilentQuery,
    @CallerStaff() { permissions }: StaffMember,
  ): Promise<SaveOutcomeView> {
    if (record.status === 'published' && !permissions.includes('clauses.end')) {
      throw new ForbiddenError('没有发布权限，请把状态改为草稿后保存，再请有权限的人发布');
    }
    return outcomeOf(code, await this.editor.save([record], { silent }));
  }

  @Post(':code/publish')
  @Requires('clauses.end')
  @HttpCode(204)
  @ApiNoContentResponse()
  async publish(
    @Param() { code }: CodeParam,
    @Body() { silent = false, urgent = false }: PublishRecord,
    @CallerStaff() { permissions }: StaffMember,
  ): Promise<void> {
    if (urgent && !permissions.includes('push.urgent')) {
      throw new ForbiddenError('没有紧急推送的权限，请去掉“紧急”后发布，或请有权限的人发布');
    }
    await this.editor.publish(code, { silent, urgent });
  }

  @Post(':code/withdraw')
  @Requires('clauses.end')
  @HttpCode(204)
  @ApiNoContentResponse()
  withdraw(@Param() { code }: CodeParam): Promise<void> {
    return this.editor.withdraw(code);
  }
}
