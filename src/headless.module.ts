import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ChangeFeedModule } from './change-feed/change-feed.module.js';
import { CommonModule } from './common/common.module.js';
import type { AppConfig } from './config/app-config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { JobsModule } from './jobs/jobs.module.js';

/** What every process needs, and the features that one names: no HTTP and no search index. */
@Module({})
export class HeadlessModule {
  static for(config: AppConfig, features: Type[]): DynamicModule {
    return {
      module: HeadlessModule,
      imports: [
        ConfigModule.for(config),
        CommonModule,
        DatabaseModule,
        ChangeFeedModule,
        JobsModule,
        ...features,
      ],
    };
  }
}
