import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { withApplication } from '../../src/cli/with-application.js';
import { AppConfig } from '../../src/config/app-config.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { createTestDatabase } from '../support/test-database.js';

const TRANSACTIONS = 20;

describe('a loop of transactions', () => {
  it('lets the network have its turn in between', async () => {
    const database = await createTestDatabase();
    const settings = { environment: 'test', demoCatalogue: false };
    const config = Object.assign(new AppConfig(), database.config, settings);
    let turns = 0;
    let over = false;
    try {
      await withApplication(config, [], async (app) => {
        const uow = app.get(UnitOfWork);
        const others = (async () => {
          for (; !over; turns += 1) await nextTurn();
        })();
        for (let done = 0; done < TRANSACTIONS; done += 1) {
          await uow.run(() => uow.manager.query('SELECT 1'));
        }
        over = true;
        await others;
      });
    } finally {
      await database.drop();
    }
    expect(turns).toBeGreaterThanOrEqual(TRANSACTIONS);
  });
});
