import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../support/free-port.js';

const MAIN = join(import.meta.dirname, '../../src/main.js');

/** What the real program says and answers to the shell. */
async function start(settings: Record<string, string>): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, NODE_ENV: 'development', SIMULATOR_PORT: '0', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

describe('a server that cannot start', () => {
  let folder: string;
  let blocker: Server;
  let taken: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'startup-'));
    blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    taken = String((blocker.address() as AddressInfo).port);
  });
  afterAll(async () => {
    blocker.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function expectOneLine(settings: Record<string, string>, line: RegExp): Promise<void> {
    const { code, out, err } = await start(settings);
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toMatch(line);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  }

  it('says which port is taken', async () => {
    await expectOneLine(
      { DATA_DIR: join(folder, 'a'), PORT: taken },
      new RegExp(`端口 ${taken} 已被占用.*PORT`),
    );
  });

  it('tells the port of the simulator from its own', async () => {
    const settings = { DATA_DIR: join(folder, 'b'), SIMULATOR_PORT: taken };
    await expectOneLine(settings, new RegExp(`端口 ${taken} 已被占用.*SIMULATOR_PORT`));
  });

  it('says that the data folder cannot be written', async () => {
    // Permissions mean nothing to root, under whom tests may run; below a file there is no folder for anybody.
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expectOneLine({ DATA_DIR: join(file, 'data') }, /数据目录不可写.*DATA_DIR/);
  });

  it('says that the database file is damaged', async () => {
    await writeFile(join(folder, 'policy-supermarket.db'), 'no database '.repeat(500));
    await expectOneLine({ DATA_DIR: folder }, /已损坏.*备份/);
  });

  it('says that the database cannot be reached', async () => {
    const url = `mariadb://user:hunter2@127.0.0.1:${await freePort()}/policies`;
    await expectOneLine({ DATA_DIR: join(folder, 'c'), DATABASE_URL: url }, /^(?!.*hunter2).*连不上数据库/);
  });

  it('names every wrong setting, and no value', async () => {
    const settings = { PORT: '99999', METRICS_TOKEN: 'hunter2', DATABASE_URL: 'postgres://hunter2' };
    await expectOneLine(settings, /^(?!.*hunter2)配置有误：(?=.*PORT)(?=.*METRICS_TOKEN)(?=.*DATABASE_URL)/);
  });
});
