import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/contacts.module.js';
import { OwnAccountModule } from '../staff/account/own-account.module.js';
import { WeChatModule } from '../wechat/wechat.module.js';
import { StaffMessagesRepository } from './staff-messages.repository.js';
import { StaffMessagesService } from './staff-messages.service.js';
import { StaffNoticesController } from './staff-notices.controller.js';
import { StaffNoticesRepository } from './staff-notices.repository.js';
import { StaffNoticesService } from './staff-notices.service.js';

/** What staff is told: in the console, and by WeChat. */
@Module({
  imports: [ContactsModule, OwnAccountModule, WeChatModule],
  controllers: [StaffNoticesController],
  providers: [StaffMessagesRepository, StaffMessagesService, StaffNoticesRepository, StaffNoticesService],
  exports: [StaffMessagesService, StaffNoticesService],
})
export class StaffNoticesModule {}
