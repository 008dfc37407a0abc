import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppConfig } from '../../src/config/app-config.js';
import type { SearchPage } from '../../src/search/search.view.js';
import { freePort } from '../support/free-port.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { testDatabaseKind } from '../support/test-database.js';
import { until } from '../support/until.js';

const TITLE = '量子灯塔建设补贴';

const foundAt = async (url: string): Promise<boolean> => {
  const answer = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(TITLE)}&type=clause`);
  const page = (await answer.json()) as SearchPage;
  return page.items.some((item) => item.clause?.title === TITLE);
};

// The embedded database belongs to one server; see docs/adr/0001.
const onServers = testDatabaseKind() === 'mariadb' ? describe : describe.skip;

onServers('two servers on one database', () => {
  let here: TestApp;
  let there: ServerProcess;
  let other: string;
  let folder: string;

  beforeAll(async () => {
    here = await startTestApp();
    folder = await mkdtemp(join(tmpdir(), 'policy-other-'));
    const port = await freePort();
    other = `http://127.0.0.1:${port}`;
    there = await startServerProcess({
      DATABASE_URL: here.app.get(AppConfig).databaseUrl ?? '',
      DATA_DIR: folder,
      PORT: String(port),
      SIMULATOR_PORT: '0',
    });
    await until('ready', async () => (await fetch(`${other}/health/ready`)).ok);
  });
  afterAll(async () => {
    await there.stop();
    await here.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('both find what one of them published', async () => {
    expect(await foundAt(other)).toBe(false);
    await saveClause(here, sampleClause({ code: 'two-servers-1', title: TITLE }));
    await until('found here', () => foundAt(here.url));
    await until('found there', () => foundAt(other));
  });
});
