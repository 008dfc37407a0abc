import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { MetricsService } from '../operations/metrics.service.js';
import { PushHealthService } from './push-health.service.js';
import { PushStateRepository } from './push-state.repository.js';

const MINUTE_S = 60;

/** Figures of the push, read from the database: every process shows the same. */
@Injectable()
export class PushGauges {
  constructor(metrics: MetricsService, state: PushStateRepository, health: PushHealthService, clock: Clock) {
    metrics.gauge({ name: 'push_deliveries_pending', help: 'Deliveries that wait, due or not.' }, () =>
      state.count('pending'),
    );
    metrics.gauge(
      {
        name: 'push_deliveries_uncertain',
        help: 'Deliveries that WeChat may or may not have; never sent again.',
      },
      () => state.count('uncertain'),
    );
    metrics.gauge(
      { name: 'push_oldest_due_seconds', help: 'How late the longest waiting delivery is; 0 if none.' },
      () => health.overdueSeconds(),
    );
    metrics.gauge(
      {
        name: 'push_sends_per_second',
        help: 'Deliveries sent a second, over the last minute, by all workers.',
      },
      async () => (await state.countEndedSince(['sent'], clock.after(-MINUTE_S * 1_000))) / MINUTE_S,
    );
    metrics.gauge(
      { name: 'push_healthy', help: '1 while the push works or is busy, 0 while it is broken.' },
      () =>
        health.check().then(
          () => 1,
          () => 0,
        ),
    );
  }
}
