import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/contacts.module.js';
import { EligibilityModule } from '../eligibility/eligibility.module.js';
import { HousekeepingModule } from '../housekeeping/housekeeping.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { StaffNoticesModule } from '../notices/staff-notices.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { WorkerService } from './worker.service.js';

@Module({
  imports: [
    ContactsModule,
    EligibilityModule,
    HousekeepingModule,
    NotificationsModule,
    OutboxModule,
    ReviewsModule,
    StaffNoticesModule,
  ],
  providers: [WorkerService],
})
export class WorkerModule {}
