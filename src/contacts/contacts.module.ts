import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { WeChatModule } from '../wechat/wechat.module.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsRepository } from './contacts.repository.js';
import { ContactsService } from './contacts.service.js';
import { FollowersRepository } from './followers.repository.js';
import { FollowersService } from './followers.service.js';
import { PhoneCipher } from './phone-cipher.js';

@Module({
  imports: [AccountsModule, WeChatModule],
  controllers: [ContactsController],
  providers: [ContactsRepository, ContactsService, FollowersRepository, FollowersService, PhoneCipher],
  exports: [ContactsService, FollowersService],
})
export class ContactsModule {}
