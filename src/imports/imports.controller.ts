import { Controller, Get, Header, HttpCode, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Requires } from '../accounts/permissions.js';
import { AppConfig } from '../config/app-config.js';
import { ImportReport } from './import-report.js';
import { readUpload } from './import-upload.js';
import { ImportsService } from './imports.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary' },
    map: { type: 'string', format: 'binary', description: '映射文件（JSON）' },
    dryRun: { type: 'boolean', description: '只检查，不写入' },
    partial: { type: 'boolean', description: '有错误时，先导入没有错误的内容' },
    silent: { type: 'boolean', description: '不通知订阅的人' },
  },
};

@ApiTags('导入')
@Requires('catalogue.import')
@Controller('api/v1/staff/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiOkResponse({ type: ImportReport })
  async import(@Req() request: FastifyRequest): Promise<ImportReport> {
    const { source, options } = await readUpload(request, this.config.importMaxBytes);
    return this.imports.import([source], options);
  }

  @Get('template.xlsx')
  @Header('content-type', XLSX)
  @Header('content-disposition', 'attachment; filename="import-template.xlsx"')
  @ApiProduces(XLSX)
  async template(): Promise<StreamableFile> {
    return new StreamableFile(await this.imports.template(), { type: XLSX });
  }
}
