import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '../accounts/permissions.js';
import { ClauseQuery } from '../clauses/clause.query.js';
import { AttachmentParams } from './attachment.params.js';
import { AttachmentsService } from './attachments.service.js';
import { sendAttachment } from './send-attachment.js';

/** Files of what is public. */
@ApiTags('附件')
@Requires('public')
@Controller('api/v1')
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Get('clauses/:code/attachments/:id')
  @ApiProduces('application/octet-stream')
  async ofClause(
    @Param() { code, id }: AttachmentParams,
    @Query() { version }: ClauseQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendAttachment(reply, await this.attachments.openForPublic({ kind: 'clause', code }, id, version));
  }

  @Get('policies/:code/attachments/:id')
  @ApiProduces('application/octet-stream')
  async ofPolicy(
    @Param() { code, id }: AttachmentParams,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendAttachment(reply, await this.attachments.openForPublic({ kind: 'policy', code }, id));
  }
}
