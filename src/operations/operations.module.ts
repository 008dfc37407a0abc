import { Module } from '@nestjs/common';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SearchModule } from '../search/search.module.js';
import { HealthController } from './health.controller.js';
import { MetricsAccess } from './metrics-access.service.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsModule } from './metrics.module.js';
import { RequestObserver } from './request-observer.js';
import { SystemGauges } from './system-gauges.js';

@Module({
  imports: [MetricsModule, OutboxModule, SearchModule],
  controllers: [HealthController, MetricsController],
  providers: [MetricsAccess, RequestObserver, SystemGauges],
})
export class OperationsModule {}
