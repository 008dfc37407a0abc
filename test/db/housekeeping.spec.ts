import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Session } from '../../src/accounts/session.entity.js';
import { withApplication } from '../../src/cli/with-application.js';
import { Clock } from '../../src/common/clock.js';
import { AppConfig } from '../../src/config/app-config.js';
import { newId } from '../../src/database/new-id.js';
import { HousekeepingModule } from '../../src/housekeeping/housekeeping.module.js';
import { HousekeepingService } from '../../src/housekeeping/housekeeping.service.js';
import { OutboxEvent } from '../../src/outbox/outbox-event.entity.js';
import { WeChatEvent } from '../../src/wechat/wechat-event.entity.js';
import { createTestDatabase } from '../support/test-database.js';

const DAY = 86_400_000;

describe('the daily clean-up', () => {
  it('deletes what has done its work and is old, and nothing else', async () => {
    const database = await createTestDatabase();
    const settings = { environment: 'test', demoCatalogue: false, workRetentionDays: 10 };
    const config = Object.assign(new AppConfig(), database.config, settings);
    try {
      await withApplication(config, [HousekeepingModule], async (app) => {
        const source = app.get(DataSource);
        const ago = (days: number): Date => app.get(Clock).after(-days * DAY);
        const event = (state: OutboxEvent['state'], days: number) => ({
          id: newId(),
          type: `${state}-${days}`,
          payload: {},
          state,
          attempts: 0,
          dueAt: ago(days),
          lastError: null,
          createdAt: ago(days),
        });
        await source
          .getRepository(OutboxEvent)
          .insert([event('done', 11), event('done', 9), event('pending', 11), event('dead', 11)]);
        // More than go into one transaction.
        await source
          .getRepository(WeChatEvent)
          .insert(
            Array.from({ length: 2_001 }, (_, at) => ({ dedupeKey: `old-${at}`, receivedAt: ago(11) })),
          );
        await source.getRepository(WeChatEvent).insert({ dedupeKey: 'new', receivedAt: ago(9) });
        const session = { kind: 'account' as const, subjectId: newId(), createdAt: ago(40) };
        const sessions = source.getRepository(Session);
        await sessions.insert([
          sessions.create({ ...session, tokenHash: 'over', expiresAt: ago(1) }),
          sessions.create({ ...session, tokenHash: 'open', expiresAt: ago(-1) }),
        ]);

        const cleaned = await app.get(HousekeepingService).clean();
        expect(cleaned).toEqual({ weChatEvents: 2_001, outboxEvents: 1, sessions: 1 });
        const left = await source.getRepository(OutboxEvent).find();
        expect(left.map(({ type }) => type).sort()).toEqual(['dead-11', 'done-9', 'pending-11']);
        expect(await source.getRepository(WeChatEvent).find()).toMatchObject([{ dedupeKey: 'new' }]);
        expect(await sessions.find()).toMatchObject([{ tokenHash: 'open' }]);
        expect(await app.get(HousekeepingService).clean()).toEqual({
          weChatEvents: 0,
          outboxEvents: 0,
          sessions: 0,
        });
      });
    } finally {
      await database.drop();
    }
  });
});
