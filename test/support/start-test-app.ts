import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { AppConfig } from '../../src/config/app-config.js';
import { createApp } from '../../src/create-app.js';
import { SearchIndexService } from '../../src/search/search-index.service.js';
import { startServices } from '../../src/start-services.js';
import { createTestDatabase } from './test-database.js';
import { until } from './until.js';

/** The whole application on a database of its own, reachable over HTTP. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** GETs a path of this application. */
  get(path: string): Promise<Response>;
  close(): Promise<void>;
}

/** What runs beside the application: nothing, the WeChat simulator, or the simulator and the worker. */
export type TestServices = 'none' | 'simulator' | 'all';

/**
 * Starts the application with the demonstration catalogue on a free port and waits until all of it can be found.
 * @param settings what differs from the defaults
 * @param logSink takes the log lines instead of the standard output
 */
export async function startTestApp(
  settings: Partial<AppConfig> = {},
  services: TestServices = 'none',
  logSink?: DestinationStream,
): Promise<TestApp> {
  const database = await createTestDatabase();
  const config = Object.assign(new AppConfig(), database.config, {
    environment: 'test',
    logLevel: 'error',
    port: 0,
    simulatorPort: 0,
    publicUrl: 'http://portal.test',
    worker: services === 'all',
    // Tests are faster than people; those about limits set their own.
    rateLimitPerMinute: 1_000_000,
    ...settings,
  });
  const app = await createApp(config, logSink);
  await app.listen(config.port, '127.0.0.1');
  const url = await app.getUrl();
  if (services !== 'none') await startServices(app, config);
  await untilSearchable(app.get(SearchIndexService));
  return {
    app,
    url,
    get: (path) => fetch(`${url}${path}`),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** The first search also starts a thread, which takes longer than a search may on a busy machine. */
async function untilSearchable(index: SearchIndexService): Promise<void> {
  await index.upToDate();
  await until('a search answers', () =>
    index.countDocuments().then(
      () => true,
      () => false,
    ),
  );
}
