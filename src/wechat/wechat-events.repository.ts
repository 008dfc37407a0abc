import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
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

  async deleteTakenBefore(before: Date, limit: number): Promise<number> {
    const repository = this.uow.repository(WeChatEvent);
    const old = await repository.find({
      select: { dedupeKey: true },
      where: { receivedAt: LessThan(before) },
      take: limit,
    });
    if (old.length > 0) await repository.delete(old.map(({ dedupeKey }) => dedupeKey));
    return old.length;
  }
}
