import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { withApplication } from '../../../src/cli/with-application.js';
import { loadConfig } from '../../../src/config/load-config.js';
import { limitMemory } from '../../../src/limit-memory.js';
import { Campaign } from '../../../src/notifications/campaign.entity.js';
import { MatchingService } from '../../../src/notifications/matching.service.js';
import { NotificationsModule } from '../../../src/notifications/notifications.module.js';
import { OutboxRelayService } from '../../../src/outbox/outbox-relay.service.js';

/** Relays the outbox, matches every campaign, and prints seconds of matching and the memory that it took at most. */
limitMemory();
const result = await withApplication(loadConfig(), [NotificationsModule], async (app) => {
  while (await app.get(OutboxRelayService).step());
  const campaigns = await app.get(DataSource).getRepository(Campaign).findBy({ state: 'matching' });
  const started = performance.now();
  for (const { id } of campaigns) await app.get(MatchingService).match(id);
  return { seconds: (performance.now() - started) / 1000, peakRss: process.resourceUsage().maxRSS * 1024 };
});
process.stdout.write(JSON.stringify(result));
