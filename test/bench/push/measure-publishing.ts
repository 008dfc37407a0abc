import { DataSource } from 'typeorm';
import { CatalogueModule } from '../../../src/catalogue/catalogue.module.js';
import { withApplication } from '../../../src/cli/with-application.js';
import type { AppConfig } from '../../../src/config/app-config.js';
import { NotificationsModule } from '../../../src/notifications/notifications.module.js';
import { makeSubscribers } from '../../support/make-subscribers.js';
import { sampleClause, saveClause } from '../../support/sample-clause.js';
import { startServerProcess } from '../../support/server-process.js';
import { until } from '../../support/until.js';

const TOPIC = 'T0203';
const CLAUSES = 50;
const FIRST_ORDINAL = 500;

/** From the commit of a publication to the message on a phone, while nothing else is to be done. */
export interface PublishingFigures {
  clauses: number;
  p50_ms: number;
  p95_ms: number;
}

/**
 * Publishes clauses one after the other, each once the one before has reached its only subscriber; a worker in another
 * process has to find out.
 * @param openId somebody who allows messages enough
 */
export async function measurePublishing(
  config: AppConfig,
  settings: Record<string, string>,
  openId: string,
): Promise<PublishingFigures> {
  const worker = await startServerProcess({ ...settings, SEND_DAILY_CAP: '100' }, 'worker');
  const times: number[] = [];
  await withApplication(config, [CatalogueModule, NotificationsModule], async (app) => {
    const plan = { appId: config.wechatAppId, openIds: [openId], count: 1, topics: [TOPIC] };
    await makeSubscribers(app.get(DataSource), plan);
    for (let ordinal = FIRST_ORDINAL; ordinal < FIRST_ORDINAL + CLAUSES; ordinal += 1) {
      const code = `bench-${ordinal}`;
      await saveClause({ app }, sampleClause({ code, ordinal, topics: [TOPIC] }));
      const published = Date.now();
      await until(code, async () => {
        const sentAt = await arrivalOf(settings.SIMULATOR_URL ?? '', openId, code);
        if (sentAt !== null) times.push(sentAt - published);
        return sentAt !== null;
      });
    }
  });
  await worker.stop();
  times.sort((a, b) => a - b);
  return { clauses: CLAUSES, p50_ms: quantile(times, 0.5), p95_ms: quantile(times, 0.95) };
}

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.ceil(sorted.length * part) - 1] ?? 0;

async function arrivalOf(simulator: string, openId: string, code: string): Promise<number | null> {
  const answer = await fetch(`${simulator}/_sim/messages?openid=${openId}&limit=1`);
  const { items } = (await answer.json()) as { items: { page: string; sentAt: number }[] };
  return items[0]?.page.endsWith(`=${code}`) ? items[0].sentAt : null;
}
