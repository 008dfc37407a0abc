import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { loadInChunks, marks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Account } from './account.entity.js';
import { WeChatIdentity } from './wechat-identity.entity.js';

@Injectable()
export class AccountsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findIdentity(appId: string, openId: string): Promise<WeChatIdentity | null> {
    return this.uow.repository(WeChatIdentity).findOneBy({ appId, openId });
  }

  async insert(account: Account, identity: WeChatIdentity): Promise<void> {
    await this.uow.repository(Account).insert(account);
    await this.uow.repository(WeChatIdentity).insert(identity);
  }

  async saveUnionId(identityId: string, unionId: string): Promise<void> {
    await this.uow.repository(WeChatIdentity).update({ id: identityId }, { unionId });
  }

  /** Unionids of accounts that used an app, by account id; those whose unionid WeChat did not tell are missing. */
  async findUnionIds(appId: string, accountIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await loadInChunks(accountIds, (chunk) =>
      this.uow.repository(WeChatIdentity).find({
        select: { accountId: true, unionId: true, appId: true },
        where: { accountId: In(chunk) },
      }),
    );
    return new Map(
      rows.flatMap((row) => (row.appId === appId && row.unionId ? [[row.accountId, row.unionId]] : [])),
    );
  }

  async findByUnionId(appId: string, unionId: string): Promise<WeChatIdentity | null> {
    const rows = await this.uow.repository(WeChatIdentity).findBy({ unionId });
    return rows.find((row) => row.appId === appId) ?? null;
  }

  /** Openids of accounts in one app, by account id; accounts that never used the app are missing. */
  async findOpenIds(appId: string, accountIds: readonly string[]): Promise<Map<string, string>> {
    // The app is compared here: asked for it as well, the embedded database walks through all of the app's people.
    const rows = await loadInChunks(accountIds, (chunk) =>
      this.uow.manager.query<Pick<WeChatIdentity, 'accountId' | 'openId' | 'appId'>[]>(
        `SELECT account_id AS accountId, open_id AS openId, app_id AS appId
         FROM wechat_identity WHERE account_id IN (${marks(chunk)})`,
        chunk,
      ),
    );
    return new Map(rows.filter((row) => row.appId === appId).map((row) => [row.accountId, row.openId]));
  }
}
