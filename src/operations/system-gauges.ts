import { Injectable } from '@nestjs/common';
import { ChangeFeedService } from '../change-feed/change-feed.service.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { SearchIndexService } from '../search/search-index.service.js';
import { MetricsService } from './metrics.service.js';

/** Figures of what works behind the pages: outbox, change feed and index. */
@Injectable()
export class SystemGauges {
  constructor(
    metrics: MetricsService,
    outbox: OutboxService,
    feed: ChangeFeedService,
    index: SearchIndexService,
  ) {
    metrics.gauge(
      {
        name: 'outbox_oldest_pending_seconds',
        help: 'Age of the oldest outbox event that waits; 0 if none.',
      },
      async () => (await outbox.measure()).oldestPendingSeconds,
    );
    metrics.gauge(
      { name: 'outbox_dead_events', help: 'Outbox events that were given up.' },
      async () => (await outbox.measure()).dead,
    );
    metrics.gauge(
      {
        name: 'search_index_lag_changes',
        help: 'Changes of the catalogue that the index does not hold yet.',
      },
      async () => Math.max(0, (await feed.lastSequence()) - index.cursor()),
    );
    metrics.gauge(
      { name: 'search_index_ready', help: '1 while the index answers searches, 0 while it is built.' },
      () => (index.isReady() ? 1 : 0),
    );
    metrics.gauge(
      {
        name: 'search_index_documents',
        help: 'What can be found: clauses, policies, departments and topics.',
      },
      () => index.countDocuments(),
    );
  }
}
