import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { MeController } from './me.controller.js';

@Module({ imports: [NotificationsModule, SubscriptionsModule], controllers: [MeController] })
export class MeModule {}
