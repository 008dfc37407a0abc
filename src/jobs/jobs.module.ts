import { Global, Module } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { BullMqJobQueue } from './bullmq-job.queue.js';
import { DatabaseJobQueue } from './database-job.queue.js';
import { JobQueue } from './job-queue.js';
import { JobsRepository } from './jobs.repository.js';

const REDIS_PREFIX = 'policy-supermarket';

/** The queue that the configuration names. */
@Global()
@Module({
  providers: [
    JobsRepository,
    {
      provide: JobQueue,
      inject: [AppConfig, JobsRepository, UnitOfWork, Clock],
      useFactory: (config: AppConfig, jobs: JobsRepository, uow: UnitOfWork, clock: Clock): JobQueue =>
        config.jobQueue === 'bullmq'
          ? new BullMqJobQueue(config.redisUrl ?? '', REDIS_PREFIX, uow)
          : new DatabaseJobQueue(jobs, uow, clock),
    },
  ],
  exports: [JobQueue],
})
export class JobsModule {}
