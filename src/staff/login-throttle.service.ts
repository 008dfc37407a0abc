import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { isUniqueViolation } from '../database/driver-codes.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { FORGET_AFTER, waitAfter } from './back-off.js';
import type { LoginThrottle } from './login-throttle.entity.js';
import { LoginThrottleRepository, STRANGERS } from './login-throttle.repository.js';
import { TooManyAttemptsError } from './staff.errors.js';

const DAY = 86_400_000;
/** How long a browser is remembered; also the longest that browsers keep a cookie. */
export const DEVICE_DAYS = 400;
const ROUNDS = 5;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Under which row an attempt was counted. */
export interface CountedAttempt extends Pick<LoginThrottle, 'nameHash' | 'deviceHash'> {
  /** How long everybody counted there must wait, if this one failed. */
  waitMs: number;
}

/**
 * Slows the guessing of passwords down, in the database and so for all processes together. Browsers that signed in
 * under a name before are counted one by one, all others together: whoever keeps guessing a name makes strangers wait,
 * never the person in the browser that this person uses (OWASP calls it device cookies).
 */
@Injectable()
export class LoginThrottleService {
  constructor(
    private readonly throttles: LoginThrottleRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt as failed before the password is looked at, so that many at once count as many.
   * @throws TooManyAttemptsError while waiting is due; such an attempt does not make the wait longer
   */
  async count(username: string, deviceToken: string | undefined): Promise<CountedAttempt> {
    const nameHash = hashOf(username);
    const deviceHash = deviceToken ? hashOf(deviceToken) : STRANGERS;
    for (let round = 0; round < ROUNDS; round++) {
      try {
        const counted = await this.uow.run(() => this.tryCount(nameHash, deviceHash));
        if (counted) return counted;
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
      }
    }
    throw new TooManyAttemptsError(1);
  }

  /** Takes the failures of a successful attempt back; answers the token by which the browser is known from now on. */
  async forgive(attempt: CountedAttempt, deviceToken: string | undefined): Promise<string> {
    const now = this.clock.now();
    const known = attempt.deviceHash !== STRANGERS && deviceToken !== undefined;
    const token = known ? deviceToken : randomBytes(32).toString('base64url');
    const clean = { nameHash: attempt.nameHash, failures: 0, retryAt: null, updatedAt: now };
    await this.throttles.save({ ...clean, deviceHash: attempt.deviceHash });
    if (!known) await this.throttles.save({ ...clean, deviceHash: hashOf(token) });
    await this.throttles.deleteOld(this.clock.after(-DAY), this.clock.after(-DEVICE_DAYS * DAY));
    return token;
  }

  /** Makes an attempt uncounted that was neither right nor wrong; call inside a transaction. */
  async takeBack({ nameHash, deviceHash }: CountedAttempt): Promise<void> {
    await this.throttles.takeBack({ nameHash, deviceHash });
  }

  /** Starts the count of a name anew and forgets its browsers; call inside a transaction. */
  forget(username: string): Promise<void> {
    return this.throttles.deleteOfName(hashOf(username));
  }

  private async tryCount(nameHash: string, wantedDevice: string): Promise<CountedAttempt | null> {
    const now = this.clock.now();
    const known =
      wantedDevice === STRANGERS ? null : await this.throttles.find({ nameHash, deviceHash: wantedDevice });
    const key = { nameHash, deviceHash: known ? wantedDevice : STRANGERS };
    const row = known ?? (await this.throttles.find(key));
    if (row?.retryAt && row.retryAt > now) {
      throw new TooManyAttemptsError(Math.ceil((row.retryAt.getTime() - now.getTime()) / 1000));
    }
    const recent = row !== null && now.getTime() - row.updatedAt.getTime() < FORGET_AFTER;
    const failures = (recent ? row.failures : 0) + 1;
    const wait = waitAfter(failures);
    const next = { ...key, failures, retryAt: wait > 0 ? this.clock.after(wait) : null, updatedAt: now };
    if (row) return (await this.throttles.replace(next, row.failures)) ? { ...key, waitMs: wait } : null;
    await this.throttles.insert(next);
    return { ...key, waitMs: wait };
  }
}
