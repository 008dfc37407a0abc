import { withApplication } from '../../../src/cli/with-application.js';
import { CatalogueModule } from '../../../src/catalogue/catalogue.module.js';
import { NotificationsModule } from '../../../src/notifications/notifications.module.js';
import type { AppConfig } from '../../../src/config/app-config.js';
import type { SearchPage } from '../../../src/search/search.view.js';
import { sampleClause, saveClause } from '../../support/sample-clause.js';
import { until } from '../../support/until.js';

const CHANGES = 20;

/** Milliseconds from the commit of a new clause by another process until the server finds it, for each of 20. */
export async function measureFreshness(url: string, config: AppConfig): Promise<number[]> {
  return withApplication(config, [CatalogueModule, NotificationsModule], async (app) => {
    const times: number[] = [];
    for (let i = 0; i < CHANGES; i++) {
      const title = `新发布第${i}项补贴`;
      await saveClause({ app }, sampleClause({ code: `fresh-${i}`, ordinal: 1_000 + i, title }));
      const saved = performance.now();
      await until(title, async () => {
        const answer = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(`"${title}"`)}`);
        return ((await answer.json()) as SearchPage).items.length > 0;
      });
      times.push(performance.now() - saved);
    }
    return times;
  });
}
