import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CallerId } from '../accounts/caller.js';
import { Requires } from '../accounts/permissions.js';
import { ContactsService } from '../contacts/contacts.service.js';
import { ConsentsService } from '../notifications/consents.service.js';
import { InboxService } from '../notifications/inbox.service.js';
import { SubscriptionsService } from '../subscriptions/subscriptions.service.js';
import { MeView } from './me.view.js';

@ApiTags('我的')
@Requires('signed-in')
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly inbox: InboxService,
    private readonly consents: ConsentsService,
    private readonly contacts: ContactsService,
    private readonly subscriptions: SubscriptionsService,
  ) {}

  @Get()
  @ApiOkResponse({ type: MeView })
  async get(@CallerId() id: string): Promise<MeView> {
    return {
      id,
      unread: await this.inbox.countUnread(id),
      consents: await this.consents.list(id),
      contact: await this.contacts.view(id),
      ...(await this.subscriptions.codesOf(id)),
    };
  }
}
