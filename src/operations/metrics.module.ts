import { Module } from '@nestjs/common';
import { MetricsService } from './metrics.service.js';

/** For features that have figures of their own. */
@Module({ providers: [MetricsService], exports: [MetricsService] })
export class MetricsModule {}
