import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Requires } from '../accounts/permissions.js';
import { type Page, PageOf } from '../common/page.view.js';
import { AUDIT_EXPORT_FORMATS, AUDIT_EXPORT_TYPES, type AuditExportFormat } from './audit-export.js';
import { AuditExportService } from './audit-export.service.js';
import { AuditLogService } from './audit-log.service.js';
import { AuditQuery } from './audit.query.js';
import { AuditEntryView } from './audit.view.js';

/** The `:format` of an address. */
export class AuditFormatParam {
  @ApiProperty({ enum: AUDIT_EXPORT_FORMATS })
  @IsIn(AUDIT_EXPORT_FORMATS, { message: '导出格式为 csv 或 jsonl' })
  format!: AuditExportFormat;
}

@ApiTags('工作人员：审计日志')
@Requires('audit.read')
@Controller('api/v1/staff/audit')
export class AuditController {
  constructor(
    private readonly log: AuditLogService,
    private readonly exports: AuditExportService,
  ) {}

  @Get()
  @ApiOkResponse({ type: PageOf(AuditEntryView) })
  list(@Query() query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.log.list(query);
  }

  /** Everything that fits the filter, the oldest first; the page is ignored. Exporting is put on record, too. */
  @Get('export/:format')
  @ApiProduces('text/csv', 'application/jsonl')
  async export(@Param() { format }: AuditFormatParam, @Query() query: AuditQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.open(query, format), {
      type: AUDIT_EXPORT_TYPES[format],
      disposition: `attachment; filename="audit.${format}"`,
    });
  }
}
