import type { DynamicModule, Type } from '@nestjs/common';
import { ScopesModule } from './accounts/scopes.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ChangeFeedModule } from './change-feed/change-feed.module.js';
import { CommonModule } from './common/common.module.js';
import type { AppConfig } from './config/app-config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { JobsModule } from './jobs/jobs.module.js';

/** What every process needs: server, worker and command line. */
export const coreModules = (config: AppConfig): (DynamicModule | Type)[] => [
  ConfigModule.for(config),
  CommonModule,
  ScopesModule,
  DatabaseModule,
  AuditModule,
  ChangeFeedModule,
  JobsModule,
];
