import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WeChatEvent } from './wechat-event.entity.js';

@Injectable()
export class WeChatEventsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async exists(dedupeKey: string): Promise<boolean> {
    return this.uow.repository(WeChatEvent).existsBy({ dedupeKey });
  }

  async insert(dedupeKey: string, receivedAt: Date): Promise<void> {
    await this.uow.repository(WeChatEvent).insert({ dedupeKey, receivedAt });
  }
}
