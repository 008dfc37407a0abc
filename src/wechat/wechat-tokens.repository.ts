import { Injectable } from '@nestjs/common';
import { isUniqueViolation } from '../database/driver-codes.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WeChatToken } from './wechat-token.entity.js';

@Injectable()
export class WeChatTokensRepository {
  constructor(private readonly uow: UnitOfWork) {}

  find(appId: string): Promise<WeChatToken | null> {
    return this.uow.repository(WeChatToken).findOneBy({ appId });
  }

  async save(appId: string, accessToken: string, renewAt: Date, expiresAt: Date): Promise<void> {
    await this.uow.repository(WeChatToken).update({ appId }, { accessToken, renewAt, expiresAt });
  }

  /** Makes the row of an app, so that it can be locked; another process may be making it just now. */
  async ensure(appId: string): Promise<void> {
    if (await this.find(appId)) return;
    const row = { appId, accessToken: null, renewAt: null, expiresAt: null, lockedUntil: null };
    try {
      await this.uow.run(async () => {
        await this.uow.repository(WeChatToken).insert(row);
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Takes the lock until `until` unless somebody holds it now. */
  async lock(appId: string, now: Date, until: Date): Promise<boolean> {
    const result = await this.uow
      .repository(WeChatToken)
      .createQueryBuilder()
      .update()
      .set({ lockedUntil: until })
      .where('appId = :appId AND (lockedUntil IS NULL OR lockedUntil <= :now)', { appId, now })
      .execute();
    return result.affected === 1;
  }

  /** Gives back the lock that was taken until `until`; a lock that ran out may be somebody else's by now. */
  async unlock(appId: string, until: Date): Promise<void> {
    await this.uow.repository(WeChatToken).update({ appId, lockedUntil: until }, { lockedUntil: null });
  }
}
