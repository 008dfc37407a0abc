import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { auditExport, type AuditExportFormat } from './audit-export.js';
import { AuditLogService, filterOf } from './audit-log.service.js';
import type { AuditQuery } from './audit.query.js';
import { AuditService } from './audit.service.js';

/** Hands the audit log out as a file, and puts that on record. */
@Injectable()
export class AuditExportService {
  constructor(
    private readonly log: AuditLogService,
    private readonly audit: AuditService,
  ) {}

  /** @throws SubjectKindMissingError */
  async open(query: AuditQuery, format: AuditExportFormat): Promise<Readable> {
    const filter = filterOf(query);
    const { page: _page, pageSize: _pageSize, ...asked } = query;
    await this.audit.record({
      action: 'audit.exported',
      subject: { kind: 'audit', id: format },
      detail: { ...asked },
    });
    return auditExport(this.log.read(filter), format);
  }
}
