import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AppConfig } from './config/app-config.js';
import { ServerAddresses } from './config/server-addresses.js';
import { SimulatorService } from './wechat/simulator.service.js';
import { WorkerService } from './worker/worker.service.js';

/** Starts what needs the addresses of a listening application: the WeChat simulator and the worker. */
export async function startServices(app: NestFastifyApplication, config: AppConfig): Promise<void> {
  const localUrl = await app.getUrl();
  if (!config.publicUrl) app.get(ServerAddresses).publicUrl = localUrl;
  await app.get(SimulatorService).start(localUrl);
  if (config.worker) app.get(WorkerService).start();
}
