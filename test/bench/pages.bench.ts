import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort } from '../support/free-port.js';
import { startServerProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { measureFirstLoads } from './first-load.js';

const PAGES = {
  首页: '/',
  搜索: `/search?q=${encodeURIComponent('创业补贴')}`,
  条款: '/clauses/hrss-c02',
};
const WARM_UP = 300;
const REQUESTS = 500;
/** Most that a page may cost; see docs/benchmarks.md. */
const TARGETS = { clauseCpuMs: 15, firstLoadKilobytes: 200, memoryMegabytes: 300 };

interface Cost {
  /** Processor time of the server for one request, all threads, in milliseconds. */
  cpuMs: number;
  /** Median time until the whole answer is here, one request after another, in milliseconds. */
  medianMs: number;
}

interface MeasuredPage extends Cost {
  page: string;
  path: string;
  firstLoadRequests: number;
  firstLoadKilobytes: number;
}

async function figure(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
}

/** Milliseconds that each of `count` requests took. */
async function ask(url: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const started = performance.now();
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
    times.push(performance.now() - started);
  }
  return times;
}

async function measureCpu(url: string, path: string): Promise<Cost> {
  const before = await figure(url, 'process_cpu_seconds_total');
  const times = await ask(url + path, REQUESTS);
  const seconds = (await figure(url, 'process_cpu_seconds_total')) - before;
  return {
    cpuMs: (seconds * 1000) / REQUESTS,
    medianMs: times.sort((a, b) => a - b)[REQUESTS / 2] ?? Number.NaN,
  };
}

async function measure(url: string): Promise<{ pages: MeasuredPage[]; memoryMegabytes: number }> {
  await until('ready', async () => (await fetch(`${url}/health/ready`)).ok);
  for (const path of Object.values(PAGES)) await ask(url + path, WARM_UP);
  const costs: Cost[] = [];
  for (const path of Object.values(PAGES)) costs.push(await measureCpu(url, path));
  const memoryMegabytes = (await figure(url, 'process_resident_memory_bytes')) / 2 ** 20;
  const loads = await measureFirstLoads(url, Object.values(PAGES));
  const pages = Object.entries(PAGES).map(([page, path], at) => ({
    page,
    path,
    cpuMs: costs[at]?.cpuMs ?? Number.NaN,
    medianMs: costs[at]?.medianMs ?? Number.NaN,
    firstLoadRequests: loads[at]?.requests ?? Number.NaN,
    firstLoadKilobytes: (loads[at]?.bytes ?? Number.NaN) / 1000,
  }));
  return { pages, memoryMegabytes };
}

async function withServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-pages-'));
  const port = await freePort();
  const server = await startServerProcess({
    DATA_DIR: folder,
    PORT: String(port),
    SIMULATOR_PORT: '0',
    RATE_LIMIT_PER_MINUTE: '1000000',
  });
  try {
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const { pages, memoryMegabytes } = await withServer(measure);
const clause = pages.at(-1);
const missed = [
  ...((clause?.cpuMs ?? Infinity) > TARGETS.clauseCpuMs ? ['条款页处理器时间'] : []),
  ...(pages.some((page) => page.firstLoadKilobytes > TARGETS.firstLoadKilobytes) ? ['首次加载'] : []),
  ...(memoryMegabytes > TARGETS.memoryMegabytes ? ['内存'] : []),
];
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}，Node ${process.version}`;
if (values.json) console.log(JSON.stringify({ machine, pages, memoryMegabytes, targets: TARGETS, missed }));
else {
  console.table(
    Object.fromEntries(
      pages.map((page) => [
        page.page,
        {
          '处理器（毫秒/次）': page.cpuMs.toFixed(1),
          '用时中位数（毫秒）': page.medianMs.toFixed(1),
          首次加载请求: page.firstLoadRequests,
          '首次加载（kB）': page.firstLoadKilobytes.toFixed(1),
        },
      ]),
    ),
  );
  console.log(`内存 ${Math.round(memoryMegabytes)} MB；${machine}`);
  console.log(missed.length === 0 ? '全部达标。' : `没有达标：${missed.join('、')}`);
}
if (missed.length > 0) process.exitCode = 1;
