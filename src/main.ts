import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfigError } from './config/config.errors.js';
import type { AppConfig } from './config/app-config.js';
import { loadConfig } from './config/load-config.js';
import { ServerAddresses } from './config/server-addresses.js';
import { createApp } from './create-app.js';
import { limitMemory } from './limit-memory.js';
import { startupFault } from './startup-fault.js';
import { startServices } from './start-services.js';

function printAddresses({ publicUrl, simulatorUrl }: ServerAddresses): void {
  const lines = [
    `门户　　　${publicUrl}`,
    `工作台　　${publicUrl}/console/`,
    `接口文档　${publicUrl}/api/docs`,
    ...(simulatorUrl ? [`虚拟手机　${simulatorUrl}/phone`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function serve(config: AppConfig): Promise<NestFastifyApplication> {
  const app = await createApp(config);
  await app.listen(config.port, config.host);
  await startServices(app, config);
  return app;
}

/** Starts everything and prints where people find it; one clear line and exit code 1 where it cannot. */
async function main(): Promise<void> {
  const config = loadConfig();
  try {
    printAddresses((await serve(config)).get(ServerAddresses));
  } catch (error) {
    process.stderr.write(`${startupFault(error, config)}\n`);
    process.exit(1);
  }
}

limitMemory();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
});
