import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppConfig } from '../../src/config/app-config.js';
import { HeadlessModule } from '../../src/headless.module.js';
import { DatabaseTokenStore } from '../../src/wechat/database-token.store.js';
import { WeChatModule } from '../../src/wechat/wechat.module.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const APP = 'wx0000000000000001';

describe('the access token in the database', () => {
  let database: TestDatabase;
  const processes: INestApplicationContext[] = [];
  let stores: DatabaseTokenStore[];
  beforeAll(async () => {
    database = await createTestDatabase();
    const config = Object.assign(new AppConfig(), database.config);
    for (let at = 0; at < 2; at++) {
      const module = HeadlessModule.for(config, [WeChatModule]);
      processes.push(await NestFactory.createApplicationContext(module, { logger: false }));
    }
    stores = processes.map((process) => process.get(DatabaseTokenStore));
  });
  afterAll(async () => {
    for (const process of processes) await process.close();
    await database.drop();
  });

  it('lets one process at a time fetch a token, and all of them see it', async () => {
    const inside: string[] = [];
    const fetch = (name: string, store: DatabaseTokenStore): Promise<void> =>
      store.withLock(APP, async () => {
        inside.push(`${name} in`);
        await store.save(APP, { value: name, renewAt: Date.now() + 1_000, expiresAt: Date.now() + 2_000 });
        inside.push(`${name} out`);
      });
    await Promise.all(stores.flatMap((store, at) => [fetch(`a${at}`, store), fetch(`b${at}`, store)]));
    for (let at = 0; at < inside.length; at += 2) {
      expect(inside[at + 1]).toBe(inside[at]?.replace('in', 'out'));
    }
    expect(inside).toHaveLength(8);
    const seen = await Promise.all(stores.map((store) => store.get(APP)));
    expect(seen[0]?.value).toBeDefined();
    expect(seen[1]).toEqual(seen[0]);
  });

  it('gives the lock back when fetching fails', async () => {
    const [store] = stores;
    await expect(store?.withLock(APP, () => Promise.reject(new Error('no answer')))).rejects.toThrow();
    await expect(store?.withLock(APP, () => Promise.resolve('free'))).resolves.toBe('free');
  });
});
