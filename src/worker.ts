import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError } from './config/config.errors.js';
import type { AppConfig } from './config/app-config.js';
import { loadConfig } from './config/load-config.js';
import { ServerAddresses } from './config/server-addresses.js';
import { HeadlessModule } from './headless.module.js';
import { createLogger } from './logging/create-logger.js';
import { NestLogger } from './logging/nest-logger.js';
import { startupFault } from './startup-fault.js';
import { WorkerModule } from './worker/worker.module.js';
import { WorkerService } from './worker/worker.service.js';

/** Works on what others serve: no HTTP, no search index. The simulator runs beside the server, where there is one. */
async function work(config: AppConfig): Promise<void> {
  const app = await NestFactory.createApplicationContext(HeadlessModule.for(config, [WorkerModule]), {
    logger: new NestLogger(createLogger(config)),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  if (config.wechatMode === 'simulator') {
    app.get(ServerAddresses).simulatorUrl = config.simulatorUrl ?? `http://127.0.0.1:${config.simulatorPort}`;
  }
  app.get(WorkerService).start();
}

/** Starts a worker; one clear line and exit code 1 where it cannot. */
async function main(): Promise<void> {
  const config = loadConfig();
  try {
    await work(config);
    process.stdout.write('后台任务已开始。\n');
  } catch (error) {
    process.stderr.write(`${startupFault(error, config)}\n`);
    process.exit(1);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
});
