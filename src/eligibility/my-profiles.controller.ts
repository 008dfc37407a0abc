import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { AnswersView } from './answer.view.js';
import { ProfileIdParam, ProfileRecord } from './profile.record.js';
import { ProfileExport, type ProfileSummary, ProfileView } from './profile.view.js';
import { ProfilesService } from './profiles.service.js';

/** A person's own profiles; nobody else's, and no route of staff reads them. */
@ApiTags('我的')
@Requires('signed-in')
@Controller('api/v1/me/profiles')
export class MyProfilesController {
  constructor(private readonly profiles: ProfilesService) {}

  @Get()
  list(
    @CallerId() accountId: string,
  ): Promise<{ items: ProfileSummary[]; purpose: string; retentionDays: number }> {
    return this.profiles.list(accountId);
  }

  /** Everything that is kept, as a copy for the person. */
  @Get('export')
  @ApiOkResponse({ type: ProfileExport })
  export(@CallerId() accountId: string): Promise<ProfileExport> {
    return this.profiles.export(accountId);
  }

  @Post()
  create(@CallerId() accountId: string, @Body() record: ProfileRecord): Promise<{ id: string }> {
    return this.profiles.create(accountId, record);
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  eraseAll(@CallerId() accountId: string): Promise<void> {
    return this.profiles.eraseAll(accountId);
  }

  @Get(':id')
  @ApiOkResponse({ type: ProfileView })
  get(@CallerId() accountId: string, @Param() { id }: ProfileIdParam): Promise<ProfileView> {
    return this.profiles.get(accountId, id);
  }

  @Get(':id/answers')
  @ApiOkResponse({ type: AnswersView })
  answers(@CallerId() accountId: string, @Param() { id }: ProfileIdParam): Promise<AnswersView> {
    return this.profiles.answersOf(accountId, id);
  }

  @Put(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  update(
    @CallerId() accountId: string,
    @Param() { id }: ProfileIdParam,
    @Body() record: ProfileRecord,
  ): Promise<void> {
    return this.profiles.update(accountId, id, record);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  erase(@CallerId() accountId: string, @Param() { id }: ProfileIdParam): Promise<void> {
    return this.profiles.erase(accountId, id);
  }
}
