import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, Not } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LoginThrottle } from './login-throttle.entity.js';

/** The row of all browsers that never signed in under a name. */
export const STRANGERS = '-';

type Key = Pick<LoginThrottle, 'nameHash' | 'deviceHash'>;

@Injectable()
export class LoginThrottleRepository {
  constructor(private readonly uow: UnitOfWork) {}

  find(key: Key): Promise<LoginThrottle | null> {
    return this.uow.repository(LoginThrottle).findOneBy(key);
  }

  async insert(row: LoginThrottle): Promise<void> {
    await this.uow.repository(LoginThrottle).insert(row);
  }

  async save(row: LoginThrottle): Promise<void> {
    await this.uow.repository(LoginThrottle).upsert(row, ['nameHash', 'deviceHash']);
  }

  /** Writes `row` unless somebody else counted a failure since it was read; says whether it did. */
  async replace(row: LoginThrottle, failuresRead: number): Promise<boolean> {
    const { nameHash, deviceHash, ...change } = row;
    const result = await this.uow
      .repository(LoginThrottle)
      .update({ nameHash, deviceHash, failures: failuresRead }, change);
    return result.affected === 1;
  }

  /** One failure less, and no waiting: it was over when the attempt was let through. */
  async takeBack(key: Key): Promise<void> {
    const rows = this.uow.repository(LoginThrottle);
    await rows.decrement({ ...key, failures: MoreThan(0) }, 'failures', 1);
    await rows.update(key, { retryAt: null });
  }

  async deleteOfName(nameHash: string): Promise<void> {
    await this.uow.repository(LoginThrottle).delete({ nameHash });
  }

  /** Removes what no longer matters: strangers' failures and browsers not seen since the given instants. */
  async deleteOld(strangersBefore: Date, devicesBefore: Date): Promise<void> {
    const rows = this.uow.repository(LoginThrottle);
    await rows.delete({ updatedAt: LessThan(strangersBefore), deviceHash: STRANGERS });
    await rows.delete({ updatedAt: LessThan(devicesBefore), deviceHash: Not(STRANGERS) });
  }
}
