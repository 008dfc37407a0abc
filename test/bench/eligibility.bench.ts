import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { parseDay } from '#libs/eligibility';
import { startMariadb } from '../support/mariadb-server.js';
import { createTestDatabase } from '../support/test-database.js';
import { type FillFigures } from './eligibility/fill.js';
import { measureForward } from './eligibility/measure-forward.js';
import { measurePeer } from './eligibility/measure-peer.js';
import { type ReverseFigures } from './eligibility/reverse.js';
import { runChild } from './push/run-child.js';

const { values } = parseArgs({
  options: {
    clauses: { type: 'string', default: '10000' },
    profiles: { type: 'string', default: '1000000' },
    /** The clause whose profiles are looked for. */
    clause: { type: 'string', default: 'hrss-c08' },
    db: { type: 'string', default: 'sqlite' },
    json: { type: 'boolean', default: false },
  },
});

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const today = parseDay(day) ?? 0;

/** Filling and finding have a process each, so that the memory of one is not counted for the other. */
async function measureReverse(): Promise<object> {
  const database = await createTestDatabase();
  const { dataDir, databaseUrl = '' } = database.config;
  const settings = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  try {
    const filled = await runChild('../eligibility/fill.js', [values.profiles, values.clause], settings);
    const { expected, ...filling } = JSON.parse(filled) as FillFigures;
    console.error(JSON.stringify(filling));
    const found = await runChild('../eligibility/reverse.js', [values.clause], settings);
    const figures = JSON.parse(found) as ReverseFigures;
    if (figures.found !== expected) throw new Error(`${figures.found} were found, ${expected} fit`);
    const peer = await measurePeer(values.clause, Number(values.profiles), today, day);
    return {
      profiles: Number(values.profiles),
      ...figures,
      ...peer,
      ratio: peer.peer_seconds / figures.seconds,
    };
  } finally {
    await database.drop();
  }
}

const forward = await measureForward(Number(values.clauses), today, day);
const server = values.db === 'sqlite' ? null : await startMariadb();
try {
  process.env.TEST_DATABASE = server ? 'mariadb' : 'sqlite';
  if (server) process.env.TEST_MARIADB_URL = server.url;
  const figures = { forward, reverse: await measureReverse() };
  console.log(values.json ? JSON.stringify(figures) : JSON.stringify(figures, null, 2));
} finally {
  await server?.stop();
}
