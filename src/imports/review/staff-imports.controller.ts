import { Controller, Get, Header, HttpCode, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CallerStaff } from '../../accounts/caller.js';
import { Requires } from '../../accounts/permissions.js';
import { AppConfig } from '../../config/app-config.js';
import { IMPORT_OUTCOMES } from '../../reviews/import.terms.js';
import type { StaffMember } from '../../staff/staff-member.js';
import { ImportsService } from '../imports.service.js';
import { readUpload } from './import-upload.js';
import { StaffImportReport } from './staff-import.view.js';
import { StaffImportsService } from './staff-imports.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary' },
    map: { type: 'string', format: 'binary', description: '映射文件（JSON）' },
    dryRun: { type: 'boolean', description: '只检查，不写入' },
    partial: { type: 'boolean', description: '有错误时，先导入没有错误的内容' },
    plan: { type: 'string', description: '检查时答复的 plan；与现在不同就不导入' },
    page: { type: 'integer', minimum: 1 },
    pageSize: { type: 'integer', minimum: 1, maximum: 1000 },
    outcome: { type: 'string', enum: [...IMPORT_OUTCOMES], description: '只列出这一种' },
  },
};

@ApiTags('导入')
@Requires('catalogue.import', 'listed')
@Controller('api/v1/staff/imports')
export class StaffImportsController {
  constructor(
    private readonly imports: StaffImportsService,
    private readonly files: ImportsService,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiOkResponse({ type: StaffImportReport })
  async import(
    @Req() request: FastifyRequest,
    @CallerStaff() member: StaffMember,
  ): Promise<StaffImportReport> {
    const { source, options } = await readUpload(request, this.config.importMaxBytes);
    return this.imports.import(source, options, member);
  }

  @Get('template.xlsx')
  @Header('content-type', XLSX)
  @Header('content-disposition', 'attachment; filename="import-template.xlsx"')
  @ApiProduces(XLSX)
  async template(): Promise<StreamableFile> {
    return new StreamableFile(await this.files.template(), { type: XLSX });
  }
}
