import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { CodeParam } from '../common/code.param.js';
import { AppConfig } from '../config/app-config.js';
import { AttachmentParams } from './attachment.params.js';
import { UploadView } from './attachment.view.js';
import { AttachmentOwners } from './attachment-owners.service.js';
import { AttachmentsService } from './attachments.service.js';
import { readAttachment } from './read-attachment.js';
import { sendAttachment } from './send-attachment.js';

@ApiTags('工作人员：附件')
@Controller('api/v1/staff/clauses/:code/attachments')
export class StaffClauseAttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly owners: AttachmentOwners,
    private readonly config: AppConfig,
  ) {}

  @Get()
  @Requires('catalogue.read', 'clause')
  @ApiOkResponse({ type: [UploadView] })
  list(@Param() { code }: CodeParam): Promise<UploadView[]> {
    return this.attachments.list({ kind: 'clause', code });
  }

  /** Stored while it comes in; public once a version that names it is. */
  @Post()
  @Requires('catalogue.write', 'clause')
  @ApiConsumes('multipart/form-data')
  @ApiCreatedResponse({ type: UploadView })
  async upload(
    @Param() { code }: CodeParam,
    @CallerId() by: string,
    @Req() request: FastifyRequest,
  ): Promise<UploadView> {
    const owner = await this.owners.get('clause', code);
    return readAttachment(request, this.config.attachmentMaxBytes, (file) =>
      this.attachments.upload(owner, by, file),
    );
  }

  @Get(':id')
  @Requires('catalogue.read', 'clause')
  async download(
    @Param() { code, id }: AttachmentParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendAttachment(reply, await this.attachments.openForStaff({ kind: 'clause', code }, id));
  }

  @Delete(':id')
  @Requires('catalogue.write', 'clause')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Param() { code, id }: AttachmentParams): Promise<void> {
    return this.attachments.remove({ kind: 'clause', code }, id);
  }
}
