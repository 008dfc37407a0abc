import 'reflect-metadata';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { AppConfig } from '../../src/config/app-config.js';
import { freePort } from '../support/free-port.js';
import { startMariadb } from '../support/mariadb-server.js';
import { startServerProcess } from '../support/server-process.js';
import { createTestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';
import { measureEngine } from './search/measure-engine.js';
import { measureFreshness } from './search/measure-freshness.js';
import { beginnings, searchedTexts } from './search/searched-texts.js';

/** What the service should keep to; see docs/benchmarks.md. */
const TARGETS = { httpToEngine: 3, suggestionsP95Ms: 8, freshnessMs: 2_000 };

const { values } = parseArgs({
  options: { db: { type: 'string', default: 'sqlite' }, json: { type: 'boolean', default: false } },
});

/** The value below which `share` of the values lie. */
function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const spread = (times: readonly number[]) => ({
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  mean: times.reduce((sum, time) => sum + time, 0) / times.length,
});

/** Milliseconds that each path takes, one request after another on one connection, after a first round. */
async function ask(url: string, paths: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const [i, path] of [...paths, ...paths].entries()) {
    const started = performance.now();
    const answer = await fetch(url + path);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    if (i >= paths.length) times.push(performance.now() - started);
  }
  return times;
}

async function names(url: string): Promise<string[]> {
  const found: string[] = [];
  for (let page = 1; page <= 2; page++) {
    const answer = await fetch(`${url}/api/v1/search?type=clause&pageSize=100&page=${page}`);
    const { items } = (await answer.json()) as { items: { clause?: { title: string } }[] };
    found.push(...items.flatMap(({ clause }) => (clause ? [clause.title] : [])));
  }
  return found;
}

async function measure() {
  const database = await createTestDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { dataDir, databaseUrl = '' } = database.config;
  const settings = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, PORT: String(port), SIMULATOR_PORT: '0' };
  const server = await startServerProcess({ ...settings, RATE_LIMIT_PER_MINUTE: '1000000' });
  try {
    await until('ready', async () => (await fetch(`${url}/health/ready`)).ok);
    const titles = await names(url);
    const texts = titles.flatMap(searchedTexts);
    const http = spread(
      await ask(
        url,
        texts.map((q) => `/api/v1/search?q=${encodeURIComponent(q)}`),
      ),
    );
    const typed = titles.flatMap(beginnings);
    const suggestions = spread(
      await ask(
        url,
        typed.map((q) => `/api/v1/search/suggestions?q=${encodeURIComponent(q)}`),
      ),
    );
    const engine = spread(await measureEngine(dataDir, texts));
    // The embedded database has one writing process, so only the other has a second one to be found by.
    const freshness =
      database.kind === 'mariadb'
        ? spread(await measureFreshness(url, Object.assign(new AppConfig(), database.config)))
        : null;
    return {
      searches: texts.length,
      http,
      engine,
      httpToEngine: http.mean / engine.mean,
      suggestions,
      freshness,
    };
  } finally {
    await server.stop();
    await database.drop();
  }
}

const mariadb = values.db === 'mysql' ? await startMariadb() : null;
if (mariadb) Object.assign(process.env, { TEST_DATABASE: 'mariadb', TEST_MARIADB_URL: mariadb.url });
const result = await measure().finally(() => mariadb?.stop());
const missed = [
  ...(result.httpToEngine > TARGETS.httpToEngine ? ['HTTP 与引擎之比'] : []),
  ...(result.suggestions.p95 > TARGETS.suggestionsP95Ms ? ['搜索建议'] : []),
  ...((result.freshness?.p95 ?? 0) > TARGETS.freshnessMs ? ['改动可被搜到的时间'] : []),
];
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}，Node ${process.version}`;
if (values.json) console.log(JSON.stringify({ machine, ...result, targets: TARGETS, missed }));
else {
  console.table(
    Object.fromEntries(
      (['http', 'engine', 'suggestions', 'freshness'] as const).flatMap((name) => {
        const times = result[name];
        return times === null
          ? []
          : [[name, { 'p50（毫秒）': times.p50.toFixed(1), 'p95（毫秒）': times.p95.toFixed(1) }]];
      }),
    ),
  );
  console.log(`HTTP 搜索的平均用时是引擎本身的 ${result.httpToEngine.toFixed(2)} 倍；${machine}`);
  console.log(missed.length === 0 ? '全部达标。' : `没有达标：${missed.join('、')}`);
}
if (missed.length > 0) process.exitCode = 1;
