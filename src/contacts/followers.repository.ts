import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Follower } from './follower.entity.js';

@Injectable()
export class FollowersRepository {
  constructor(private readonly uow: UnitOfWork) {}

  find(appId: string, openId: string): Promise<Follower | null> {
    return this.uow.repository(Follower).findOneBy({ appId, openId });
  }

  async save(follower: Follower): Promise<void> {
    await this.uow.repository(Follower).upsert(follower, ['appId', 'openId']);
  }

  /** Openids by unionid of those who follow. */
  async findFollowing(appId: string, unionIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await loadInChunks(unionIds, (chunk) =>
      this.uow.repository(Follower).findBy({ unionId: In(chunk) }),
    );
    const following = rows.filter((row) => row.appId === appId && row.follows);
    return new Map(following.map(({ unionId, openId }) => [unionId ?? '', openId]));
  }

  /** Openids of whom WeChat was not asked yet. */
  async findUnchecked(limit: number): Promise<string[]> {
    const rows = await this.uow.repository(Follower).find({
      select: { appId: true, openId: true },
      where: { checkedAt: IsNull() },
      take: limit,
    });
    return rows.map(({ openId }) => openId);
  }
}
