import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ClausesModule } from '../clauses/clauses.module.js';
import { ContactsModule } from '../contacts/contacts.module.js';
import { DepartmentsModule } from '../departments/departments.module.js';
import { MetricsModule } from '../operations/metrics.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SmsModule } from '../sms/sms.module.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { WeChatModule } from '../wechat/wechat.module.js';
import { CalendarService } from './calendar.service.js';
import { CampaignControlService } from './campaign-control.service.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';
import { Channels } from './channels.js';
import { ClaimsRepository } from './claims.repository.js';
import { ConsentsRepository } from './consents.repository.js';
import { ConsentsService } from './consents.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { FitsService } from './fits.service.js';
import { InboxController } from './inbox.controller.js';
import { InboxRepository } from './inbox.repository.js';
import { InboxService } from './inbox.service.js';
import { MatchingService } from './matching.service.js';
import { MiniProgramChannel } from './mini-program.channel.js';
import { OfficialAccountChannel } from './official-account.channel.js';
import { PreparingService } from './preparing.service.js';
import { PushCanaryModule } from './push-canary.module.js';
import { PushGauges } from './push-gauges.js';
import { PushHealthController } from './push-health.controller.js';
import { PushHealthService } from './push-health.service.js';
import { PushStateRepository } from './push-state.repository.js';
import { SendingLimitsRepository } from './sending-limits.repository.js';
import { SendingLimitsService } from './sending-limits.service.js';
import { SendingService } from './sending.service.js';
import { SettlingService } from './settling.service.js';
import { SmsChannel } from './sms.channel.js';
import { StaffCampaignsController } from './staff-campaigns.controller.js';
import { StaffCampaignsService } from './staff-campaigns.service.js';
import { WeChatFeedbackService } from './wechat-feedback.service.js';

@Module({
  imports: [
    AccountsModule,
    ClausesModule,
    ContactsModule,
    DepartmentsModule,
    MetricsModule,
    OutboxModule,
    PushCanaryModule,
    SmsModule,
    SubscriptionsModule,
    WeChatModule,
  ],
  controllers: [InboxController, PushHealthController, StaffCampaignsController],
  providers: [
    CalendarService,
    CampaignControlService,
    CampaignsRepository,
    CampaignsService,
    Channels,
    ClaimsRepository,
    ConsentsRepository,
    ConsentsService,
    DeliveriesRepository,
    FitsService,
    InboxRepository,
    InboxService,
    MatchingService,
    MiniProgramChannel,
    OfficialAccountChannel,
    PreparingService,
    PushGauges,
    PushHealthService,
    PushStateRepository,
    SendingLimitsRepository,
    SendingLimitsService,
    SendingService,
    SettlingService,
    SmsChannel,
    StaffCampaignsService,
    WeChatFeedbackService,
  ],
  exports: [
    CalendarService,
    CampaignControlService,
    ConsentsService,
    InboxService,
    MatchingService,
    SendingService,
  ],
})
export class NotificationsModule {}
