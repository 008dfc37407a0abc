import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ChangeFeedModule } from '../change-feed/change-feed.module.js';
import { CommonModule } from '../common/common.module.js';
import type { AppConfig } from '../config/app-config.js';
import { ConfigModule } from '../config/config.module.js';
import { DatabaseModule } from '../database/database.module.js';

/** What every command needs, and the features that one command names: no HTTP, no worker, no search index. */
@Module({})
class CliModule {
  static for(config: AppConfig, features: Type[]): DynamicModule {
    return {
      module: CliModule,
      imports: [ConfigModule.for(config), CommonModule, DatabaseModule, ChangeFeedModule, ...features],
    };
  }
}

/**
 * Runs `work` with the services of `features` on the configured database, migrated before, and closes everything
 * afterwards. The server may run meanwhile: it follows what was committed.
 */
export async function withApplication<T>(
  config: AppConfig,
  features: Type[],
  work: (application: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const application = await NestFactory.createApplicationContext(CliModule.for(config, features), {
    // A command tells people itself what went wrong, in one line.
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(application);
  } finally {
    await application.close();
  }
}
