import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { withApplication } from '../../src/cli/with-application.js';
import { AppConfig } from '../../src/config/app-config.js';
import { createApp } from '../../src/create-app.js';
import { limitMemory } from '../../src/limit-memory.js';
import { SearchIndexService } from '../../src/search/search-index.service.js';
import { startMariadb } from '../support/mariadb-server.js';
import { createStaff, openStaffSession } from '../support/staff.js';
import { createTestDatabase } from '../support/test-database.js';
import { fillCatalogue } from './staff/fill-catalogue.js';
import { fillConsole } from './staff/fill-console.js';
import { LIST_PAGES, type Viewer } from './staff/list-pages.js';

/** Most that a list may take. */
const TARGET_P95_MS = 100;

const { values } = parseArgs({
  options: {
    clauses: { type: 'string', default: '10000' },
    requests: { type: 'string', default: '60' },
    db: { type: 'string', default: 'sqlite' },
    /** Only pages whose address contains it. */
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});

interface PageFigures {
  path: string;
  viewer: Viewer | 'public';
  p50_ms: number;
  p95_ms: number;
  bytes: number;
}

/** Who holds which role; `person-…` were made with the rows. */
async function tokens(app: NestFastifyApplication): Promise<Record<Viewer, string>> {
  await createStaff(app, 'office', 'publishing-office');
  await createStaff(app, 'administrator');
  return {
    registrar: await openStaffSession(app, 'person-12'),
    reviewer: await openStaffSession(app, 'person-13'),
    leader: await openStaffSession(app, 'person-14'),
    office: await openStaffSession(app, 'office'),
    administrator: await openStaffSession(app, 'administrator'),
  };
}

async function measurePage(url: string, token: string | null): Promise<{ times: number[]; bytes: number }> {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const times: number[] = [];
  let bytes = 0;
  const requests = Number(values.requests);
  const warmUp = Math.ceil(requests / 6);
  for (let request = 0; request < requests + warmUp; request += 1) {
    const started = performance.now();
    const answer = await fetch(encodeURI(url), { headers });
    bytes = (await answer.arrayBuffer()).byteLength;
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
    if (request >= warmUp) times.push(performance.now() - started);
  }
  return { times: times.sort((a, b) => a - b), bytes };
}

async function measure(app: NestFastifyApplication): Promise<PageFigures[]> {
  const url = await app.getUrl();
  const sessions = await tokens(app);
  const figures: PageFigures[] = [];
  for (const { path, viewers } of LIST_PAGES.filter((page) => page.path.includes(values.only))) {
    for (const viewer of viewers) {
      const { times, bytes } = await measurePage(url + path, viewer && sessions[viewer]);
      const at = (share: number): number => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
      figures.push({ path, viewer: viewer ?? 'public', p50_ms: at(0.5), p95_ms: at(0.95), bytes });
    }
  }
  return figures;
}

async function run(): Promise<PageFigures[]> {
  const database = await createTestDatabase();
  const config = Object.assign(new AppConfig(), database.config, {
    ...{ environment: 'test', logLevel: 'error', port: 0, demoCatalogue: false, worker: false },
    rateLimitPerMinute: 10_000_000,
  });
  try {
    await withApplication(config, [], async (filling) => {
      const source = filling.get(DataSource);
      await fillConsole(source, await fillCatalogue(source, Number(values.clauses)), {
        people: 400,
        entries: 50_000,
      });
    });
    const app = await createApp(config);
    try {
      await app.listen(0, '127.0.0.1');
      await app.get(SearchIndexService).upToDate();
      return await measure(app);
    } finally {
      await app.close();
    }
  } finally {
    await database.drop();
  }
}

limitMemory();
const server = values.db === 'sqlite' ? null : await startMariadb();
try {
  process.env.TEST_DATABASE = server ? 'mariadb' : 'sqlite';
  if (server) process.env.TEST_MARIADB_URL = server.url;
  const figures = await run();
  if (values.json) console.log(JSON.stringify(figures));
  else console.table(figures);
  if (figures.some((page) => page.p95_ms > TARGET_P95_MS)) process.exitCode = 1;
} finally {
  await server?.stop();
}
