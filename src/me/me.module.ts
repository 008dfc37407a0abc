import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/contacts.module.js';
import { NotificationsModule } from '../notifications/notifications.module.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { MeController } from './me.controller.js';

@Module({ imports: [ContactsModule, NotificationsModule, SubscriptionsModule], controllers: [MeController] })
export class MeModule {}
