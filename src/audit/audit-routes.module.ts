import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';

/** The audit log over HTTP. */
@Module({ controllers: [AuditController] })
export class AuditRoutesModule {}
