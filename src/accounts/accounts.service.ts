import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { isUniqueViolation } from '../database/driver-codes.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AccountsRepository } from './accounts.repository.js';
import { SessionsService } from './sessions.service.js';
import type { SessionView } from './session.view.js';

/** By what WeChat knows a person in one app. */
export interface WeChatPerson {
  appId: string;
  openId: string;
  unionId: string | null;
}

/** Citizens and businesses, known by their WeChat identities only (账号). */
@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Opens a session for a person, whose account is made at the first time. */
  async signIn(person: WeChatPerson): Promise<SessionView> {
    try {
      return await this.uow.run(() => this.openSession(person));
    } catch (error) {
      // Two first log-ins of one person at once: the slower one finds the account of the faster.
      if (!isUniqueViolation(error)) throw error;
      return this.uow.run(() => this.openSession(person));
    }
  }

  /** Which account an openid belongs to. */
  async findAccountId(appId: string, openId: string): Promise<string | null> {
    return (await this.accounts.findIdentity(appId, openId))?.accountId ?? null;
  }

  /** The account of a person, made where there is none; call inside a transaction. */
  ensureAccount(person: WeChatPerson): Promise<string> {
    return this.accountOf(person);
  }

  /** Openids by account id; people who never used the app are missing. */
  openIdsOf(appId: string, accountIds: readonly string[]): Promise<Map<string, string>> {
    return this.accounts.findOpenIds(appId, accountIds);
  }

  /** Unionids by account id; people of whom WeChat told none are missing. */
  unionIdsOf(appId: string, accountIds: readonly string[]): Promise<Map<string, string>> {
    return this.accounts.findUnionIds(appId, accountIds);
  }

  /** Which account of an app a unionid belongs to. */
  async findByUnionId(appId: string, unionId: string): Promise<string | null> {
    return (await this.accounts.findByUnionId(appId, unionId))?.accountId ?? null;
  }

  private async openSession(person: WeChatPerson): Promise<SessionView> {
    return this.sessions.open('account', await this.accountOf(person), 'wechat');
  }

  private async accountOf({ appId, openId, unionId }: WeChatPerson): Promise<string> {
    const known = await this.accounts.findIdentity(appId, openId);
    if (known) {
      if (unionId && unionId !== known.unionId) await this.accounts.saveUnionId(known.id, unionId);
      return known.accountId;
    }
    const createdAt = this.clock.now();
    const account = { id: newId(), createdAt };
    await this.accounts.insert(account, {
      id: newId(),
      accountId: account.id,
      appId,
      openId,
      unionId,
      createdAt,
    });
    return account.id;
  }
}
