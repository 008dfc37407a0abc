import { Global, Module } from '@nestjs/common';
import { AuditCheckpointsService } from './audit-checkpoints.service.js';
import { AuditContext } from './audit-context.js';
import { AuditExportService } from './audit-export.service.js';
import { AuditLogService } from './audit-log.service.js';
import { AuditVerifierService } from './audit-verifier.service.js';
import { AuditRepository } from './audit.repository.js';
import { AuditService } from './audit.service.js';

/** What every process needs to put things on record; the routes are AuditRoutesModule's. */
@Global()
@Module({
  providers: [
    AuditRepository,
    AuditContext,
    AuditService,
    AuditLogService,
    AuditExportService,
    AuditVerifierService,
    AuditCheckpointsService,
  ],
  exports: [
    AuditContext,
    AuditService,
    AuditLogService,
    AuditExportService,
    AuditVerifierService,
    AuditCheckpointsService,
  ],
})
export class AuditModule {}
