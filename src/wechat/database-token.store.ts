import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AccessToken, AccessTokenStore } from '#libs/wechat';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { WeChatTokensRepository } from './wechat-tokens.repository.js';

/** Longer than one call to WeChat may take. */
const LOCK_MS = 15_000;
const RETRY_MS = 50;

/** Keeps the access token where all processes find it. */
@Injectable()
export class DatabaseTokenStore implements AccessTokenStore {
  constructor(
    private readonly tokens: WeChatTokensRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async get(appId: string): Promise<AccessToken | undefined> {
    const row = await this.tokens.find(appId);
    if (!row?.accessToken || !row.renewAt || !row.expiresAt) return undefined;
    return { value: row.accessToken, renewAt: row.renewAt.getTime(), expiresAt: row.expiresAt.getTime() };
  }

  save(appId: string, token: AccessToken): Promise<void> {
    return this.uow.run(() =>
      this.tokens.save(appId, token.value, new Date(token.renewAt), new Date(token.expiresAt)),
    );
  }

  async withLock<T>(appId: string, work: () => Promise<T>): Promise<T> {
    await this.tokens.ensure(appId);
    const until = await this.takeLock(appId);
    try {
      return await work();
    } finally {
      await this.uow.run(() => this.tokens.unlock(appId, until));
    }
  }

  private async takeLock(appId: string): Promise<Date> {
    for (;;) {
      const until = this.clock.after(LOCK_MS);
      if (await this.uow.run(() => this.tokens.lock(appId, this.clock.now(), until))) return until;
      await wait(RETRY_MS);
    }
  }
}
