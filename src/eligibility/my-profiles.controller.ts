import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { AnswersView } from './answer.view.js';
import { ProfileIdParam, ProfileNameRecord, ProfileRecord } from './profile.record.js';
import { KeptView, ProfileExport, ProfilesView, ProfileView } from './profile.view.js';
import { ProfilesService } from './profiles.service.js';

/** A person's own profiles; nobody else's, and no route of staff reads them. */
@ApiTags('我的')
@Requires('signed-in')
@Controller('api/v1/me/profiles')
export class MyProfilesController {
  constructor(private readonly profiles: ProfilesService) {}

  @Get()
  @ApiOkResponse({ type: ProfilesView })
  list(@CallerId() accountId: string): Promise<ProfilesView> {
    return this.profiles.list(accountId);
  }

  /** Everything that is kept, as a copy for the person. */
  @Get('export')
  @ApiOkResponse({ type: ProfileExport })
  export(@CallerId() accountId: string): Promise<ProfileExport> {
    return this.profiles.export(accountId);
  }

  @Post()
  create(@CallerId() accountId: string, @Body() record: ProfileRecord): Promise<KeptView> {
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
  @ApiOkResponse({ type: KeptView })
  update(
    @CallerId() accountId: string,
    @Param() { id }: ProfileIdParam,
    @Body() record: ProfileRecord,
  ): Promise<KeptView> {
    return this.profiles.update(accountId, id, record);
  }

  /** Another name; the answers stay. */
  @Put(':id/name')
  @ApiOkResponse({ type: KeptView })
  rename(
    @CallerId() accountId: string,
    @Param() { id }: ProfileIdParam,
    @Body() { label }: ProfileNameRecord,
  ): Promise<KeptView> {
    return this.profiles.rename(accountId, id, label);
  }

  /** It is still right: it is kept for the whole time again. */
  @Post(':id/confirmation')
  @HttpCode(200)
  @ApiOkResponse({ type: KeptView })
  confirm(@CallerId() accountId: string, @Param() { id }: ProfileIdParam): Promise<KeptView> {
    return this.profiles.confirm(accountId, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  erase(@CallerId() accountId: string, @Param() { id }: ProfileIdParam): Promise<void> {
    return this.profiles.erase(accountId, id);
  }
}
