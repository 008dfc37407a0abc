import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ClausesModule } from '../clauses/clauses.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { WeChatModule } from '../wechat/wechat.module.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';
import { ConsentsRepository } from './consents.repository.js';
import { ConsentsService } from './consents.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { InboxController } from './inbox.controller.js';
import { InboxRepository } from './inbox.repository.js';
import { InboxService } from './inbox.service.js';
import { MatchingService } from './matching.service.js';
import { SendingService } from './sending.service.js';
import { WeChatFeedbackService } from './wechat-feedback.service.js';

@Module({
  imports: [AccountsModule, ClausesModule, OutboxModule, SubscriptionsModule, TopicsModule, WeChatModule],
  controllers: [InboxController],
  providers: [
    CampaignsRepository,
    CampaignsService,
    ConsentsRepository,
    ConsentsService,
    DeliveriesRepository,
    InboxRepository,
    InboxService,
    MatchingService,
    SendingService,
    WeChatFeedbackService,
  ],
  exports: [ConsentsService, InboxService, MatchingService, SendingService],
})
export class NotificationsModule {}
