import { Logger } from '@nestjs/common';
import { maskPhone } from '../common/mask-phone.js';
import { SmsGateway, type SmsMessage } from './sms.gateway.js';

/** Writes text messages to the log instead of sending them: for demonstrations and tests. */
export class LogSmsGateway extends SmsGateway {
  private readonly logger = new Logger('Sms');

  send({ phone, text, key }: SmsMessage): Promise<string | null> {
    this.logger.log({ sms: { to: maskPhone(phone), text, key } });
    return Promise.resolve(null);
  }
}
