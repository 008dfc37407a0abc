import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerStaff } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import type { StaffMember } from '../staff/staff-member.js';
import { DraftEditorService } from './draft-editor.service.js';
import { DraftViewsService } from './draft-views.service.js';
import { DraftRecord, NewPolicyRecord } from './draft.record.js';
import { DraftView } from './draft.view.js';
import { RegistrationService } from './registration.service.js';

@ApiTags('工作人员：稿件和审核')
@Controller('api/v1/staff/policies')
export class PolicyDraftsController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly editor: DraftEditorService,
    private readonly views: DraftViewsService,
  ) {}

  @Post()
  @Requires('catalogue.write', 'listed')
  @ApiCreatedResponse({ type: DraftView })
  async create(@Body() record: NewPolicyRecord, @CallerStaff() member: StaffMember): Promise<DraftView> {
    return this.views.ofSubject('policy', await this.registration.policy(record, member), member);
  }

  @Get(':code/draft')
  @Requires('catalogue.read', 'policy')
  @ApiOkResponse({ type: DraftView })
  draft(@Param() { code }: CodeParam, @CallerStaff() member: StaffMember): Promise<DraftView> {
    return this.views.ofSubject('policy', code, member);
  }

  /** The whole content, autosaved or not; 409 says who changed what meanwhile. */
  @Put(':code/draft')
  @Requires('catalogue.write', 'policy')
  @ApiOkResponse({ type: DraftView })
  async save(
    @Param() { code }: CodeParam,
    @Body() record: DraftRecord,
    @CallerStaff() member: StaffMember,
  ): Promise<DraftView> {
    await this.editor.save('policy', code, record, member);
    return this.views.ofSubject('policy', code, member);
  }
}
