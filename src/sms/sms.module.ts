import { Module } from '@nestjs/common';
import { LogSmsGateway } from './log-sms.gateway.js';
import { SmsGateway } from './sms.gateway.js';

/** The driver for text messages. A city's provider takes the place of the one that only logs. */
@Module({ providers: [{ provide: SmsGateway, useClass: LogSmsGateway }], exports: [SmsGateway] })
export class SmsModule {}
