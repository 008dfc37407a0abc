import { Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Name and meaning of a metric: `snake_case` with its unit at the end, and an English sentence. */
export interface MetricDescription {
  name: string;
  help: string;
  /**
   * Names of labels. Each combination of values costs memory here and at whoever collects, for ever: only values of
   * short, fixed lists (a route's pattern, a state), never codes, addresses or what somebody typed.
   */
  labels?: readonly string[];
}

/**
 * All figures of this process (运行指标) for Prometheus. A feature names its own when it is made:
 *
 *     constructor(metrics: MetricsService) {
 *       metrics.gauge({ name: 'import_jobs_waiting', help: 'Imports that wait.' }, () => this.countWaiting());
 *       this.rows = metrics.counter({ name: 'import_rows_total', help: 'Rows read.', labels: ['outcome'] });
 *     }
 *
 * and its module imports `MetricsModule`. Names are unique within the process.
 */
@Injectable()
export class MetricsService {
  private readonly registry = new Registry();
  private readonly logger = new Logger('Metrics');

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A figure that is read when somebody collects; NaN while `read` fails, so that the others still arrive. */
  gauge({ name, help }: Omit<MetricDescription, 'labels'>, read: () => number | Promise<number>): void {
    const { logger } = this;
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        try {
          this.set(await read());
        } catch (error) {
          logger.error(error);
          this.set(Number.NaN);
        }
      },
    });
  }

  /** A count that only grows. */
  counter({ name, help, labels = [] }: MetricDescription): Counter {
    return new Counter({ name, help, labelNames: labels, registers: [this.registry] });
  }

  /** How long something takes, in seconds; `buckets` are upper bounds. */
  histogram({ name, help, labels = [] }: MetricDescription, buckets: number[]): Histogram {
    return new Histogram({ name, help, labelNames: labels, buckets, registers: [this.registry] });
  }

  /** Everything, in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
