import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { ServerAddresses } from '../config/server-addresses.js';
import { ContactsService } from '../contacts/contacts.service.js';
import { SmsGateway } from '../sms/sms.gateway.js';
import type { Channel, NewsMessage } from './channel.js';
import { smsText } from './sms-text.js';

/** Text messages (短信), to people who gave their number for that; the last way, because each costs money. */
@Injectable()
export class SmsChannel implements Channel {
  readonly name = 'sms';

  constructor(
    private readonly contacts: ContactsService,
    private readonly sms: SmsGateway,
    private readonly addresses: ServerAddresses,
    private readonly config: AppConfig,
  ) {}

  get isOn(): boolean {
    return this.config.smsOn;
  }

  addressesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
    return this.contacts.phonesOf(accountIds);
  }

  send(phone: string, message: NewsMessage, key: string): Promise<string | null> {
    const text = smsText(message, this.config.siteName, this.addresses.publicUrl);
    return this.sms.send({ phone, text, key });
  }

  accepted(): Promise<void> {
    return Promise.resolve();
  }

  refused(): Promise<void> {
    return Promise.resolve();
  }
}
