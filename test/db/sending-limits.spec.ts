import { describe, expect, it } from '@jest/globals';
import { withApplication } from '../../src/cli/with-application.js';
import { AppConfig } from '../../src/config/app-config.js';
import { NotificationsModule } from '../../src/notifications/notifications.module.js';
import { SendingLimitsService } from '../../src/notifications/sending-limits.service.js';
import { createTestDatabase } from '../support/test-database.js';

const RATE = 100;
const ROUNDS = 4;

describe('the limit of messages a second', () => {
  it('holds for two workers together', async () => {
    const database = await createTestDatabase();
    const settings = { environment: 'test', demoCatalogue: false, sendRatePerSecond: RATE };
    const config = Object.assign(new AppConfig(), database.config, settings);
    const grants: number[] = [];
    /** Takes half a second's messages again and again. */
    const work = async (limits: SendingLimitsService): Promise<void> => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await limits.acquire(RATE / 2);
        grants.push(Date.now());
      }
    };
    try {
      await withApplication(config, [NotificationsModule], (one) =>
        withApplication(config, [NotificationsModule], async (other) => {
          await Promise.all([one, other].map((app) => work(app.get(SendingLimitsService))));
        }),
      );
    } finally {
      await database.drop();
    }
    // Four seconds' messages: two whole seconds lie between the first second and the last one.
    const [first = 0, last = 0] = [Math.min(...grants), Math.max(...grants)];
    expect(grants).toHaveLength(2 * ROUNDS);
    expect(last - first).toBeGreaterThanOrEqual(2_000);
  }, 30_000);
});
