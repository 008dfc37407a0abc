import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerStaff } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { IdParam } from '../common/id.param.js';
import { PageQuery } from '../common/page.query.js';
import { type Page, PageOf } from '../common/page.view.js';
import type { StaffMember } from '../staff/staff-member.js';
import { DraftEditorService } from './draft-editor.service.js';
import { DraftViewsService } from './draft-views.service.js';
import {
  ApproveRecord,
  DraftQuery,
  RecallRecord,
  ReturnRecord,
  RevisionRecord,
  SubmitRecord,
} from './draft.record.js';
import { DecisionView, DiffView, DraftEditView, DraftView, WorkItem } from './draft.view.js';
import { DraftPreview } from './kinds/draft-preview.view.js';
import { ReviewsService } from './reviews.service.js';
import { WorkService } from './work.service.js';

@ApiTags('工作人员：稿件和审核')
@Controller('api/v1/staff/drafts')
export class DraftsController {
  constructor(
    private readonly views: DraftViewsService,
    private readonly editor: DraftEditorService,
    private readonly reviews: ReviewsService,
    private readonly work: WorkService,
  ) {}

  @Get()
  @Requires('catalogue.read', 'listed')
  @ApiOkResponse({ type: PageOf(WorkItem) })
  list(@Query() query: DraftQuery, @CallerStaff() member: StaffMember): Promise<Page<WorkItem>> {
    return this.work.drafts(member, query);
  }

  @Get(':id')
  @Requires('catalogue.read', 'draft')
  @ApiOkResponse({ type: DraftView })
  get(@Param() { id }: IdParam, @CallerStaff() member: StaffMember): Promise<DraftView> {
    return this.views.get(id, member);
  }

  @Get(':id/edits')
  @Requires('catalogue.read', 'draft')
  @ApiOkResponse({ type: PageOf(DraftEditView) })
  edits(@Param() { id }: IdParam, @Query() query: PageQuery): Promise<Page<DraftEditView>> {
    return this.views.editPage(id, query);
  }

  @Get(':id/decisions')
  @Requires('catalogue.read', 'draft')
  @ApiOkResponse({ type: PageOf(DecisionView) })
  decisions(@Param() { id }: IdParam, @Query() query: PageQuery): Promise<Page<DecisionView>> {
    return this.views.decisionPage(id, query);
  }

  @Get(':id/diff')
  @Requires('catalogue.read', 'draft')
  @ApiOkResponse({ type: DiffView })
  diff(@Param() { id }: IdParam): Promise<DiffView> {
    return this.views.diff(id);
  }

  @Get(':id/preview')
  @Requires('catalogue.read', 'draft')
  @ApiOkResponse({ type: DraftPreview })
  preview(@Param() { id }: IdParam): Promise<DraftPreview> {
    return this.views.preview(id);
  }

  @Post(':id/discard')
  @Requires('catalogue.write', 'draft')
  @HttpCode(204)
  @ApiNoContentResponse()
  discard(
    @Param() { id }: IdParam,
    @Body() { revision }: RevisionRecord,
    @CallerStaff() member: StaffMember,
  ): Promise<void> {
    return this.editor.discard(id, revision, member);
  }

  @Post(':id/submit')
  @Requires('reviews.submit', 'draft')
  @HttpCode(200)
  @ApiOkResponse({ type: DraftView })
  async submit(
    @Param() { id }: IdParam,
    @Body() { scheduledFor, ...input }: SubmitRecord,
    @CallerStaff() member: StaffMember,
  ): Promise<DraftView> {
    const at = scheduledFor === undefined ? null : new Date(scheduledFor);
    await this.reviews.act(id, 'submit', member, { ...input, scheduledFor: at });
    return this.views.get(id, member);
  }

  @Post(':id/approve')
  @Requires('reviews.decide', 'draft')
  @HttpCode(200)
  @ApiOkResponse({ type: DraftView })
  async approve(
    @Param() { id }: IdParam,
    @Body() input: ApproveRecord,
    @CallerStaff() member: StaffMember,
  ): Promise<DraftView> {
    await this.reviews.act(id, 'approve', member, input);
    return this.views.get(id, member);
  }

  @Post(':id/return')
  @Requires('reviews.decide', 'draft')
  @HttpCode(200)
  @ApiOkResponse({ type: DraftView })
  async return(
    @Param() { id }: IdParam,
    @Body() { to, hash, comment }: ReturnRecord,
    @CallerStaff() member: StaffMember,
  ): Promise<DraftView> {
    await this.reviews.act(id, `return-${to}`, member, { hash, comment });
    return this.views.get(id, member);
  }

  @Post(':id/recall')
  @Requires('reviews.submit', 'draft')
  @HttpCode(200)
  @ApiOkResponse({ type: DraftView })
  async recall(
    @Param() { id }: IdParam,
    @Body() { comment }: RecallRecord,
    @CallerStaff() member: StaffMember,
  ): Promise<DraftView> {
    await this.reviews.act(id, 'recall', member, { comment });
    return this.views.get(id, member);
  }
}
