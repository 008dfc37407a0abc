import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AppConfig } from '../config/app-config.js';
import { HeadlessModule } from '../headless.module.js';

/**
 * Runs `work` with the services of `features` on the configured database, migrated before, and closes everything
 * afterwards. The server may run meanwhile: it follows what was committed.
 */
export async function withApplication<T>(
  config: AppConfig,
  features: Type[],
  work: (application: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const application = await NestFactory.createApplicationContext(HeadlessModule.for(config, features), {
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
