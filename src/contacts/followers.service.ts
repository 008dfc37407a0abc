import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WeChatError, type WeChatEvent } from '#libs/wechat';
import { AccountsService } from '../accounts/accounts.service.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobQueue } from '../jobs/job-queue.js';
import { OfficialAccountGateway } from '../wechat/official-account.gateway.js';
import { WeChatEventsService } from '../wechat/wechat-events.service.js';
import { FollowersRepository } from './followers.repository.js';

/** Jobs of this kind name an openid of the official account. */
export const FOLLOWER_JOB = 'follower';

const MOST = 500;

/** Knows who follows the official account, by its events; who that is, WeChat tells when asked (粉丝). */
@Injectable()
export class FollowersService implements OnModuleInit {
  constructor(
    private readonly followers: FollowersRepository,
    private readonly accounts: AccountsService,
    private readonly events: WeChatEventsService,
    private readonly official: OfficialAccountGateway,
    private readonly queue: JobQueue,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.events.register({ app: 'official_account', handle: (event) => this.take(event) });
  }

  /** The account of ours that an openid of the official account belongs to. */
  async findAccountId(openId: string): Promise<string | null> {
    const follower = await this.followers.find(this.config.officialAppId, openId);
    if (!follower?.unionId) return null;
    return this.accounts.findByUnionId(this.config.wechatAppId, follower.unionId);
  }

  /** WeChat says that these do not follow any more, or not yet: it is asked again. */
  async doubt(openIds: readonly string[]): Promise<void> {
    await this.queue.add(FOLLOWER_JOB, openIds);
  }

  /** Asks WeChat who somebody is, and whether they follow. @throws WeChatError where it does not tell now */
  async check(openId: string): Promise<void> {
    const appId = this.config.officialAppId;
    const found = await this.official.findFollower(openId).catch((error: unknown) => {
      // A stranger: nobody of that openid follows.
      if (error instanceof WeChatError && error.kind === 'permanent')
        return { follows: false, unionId: null };
      throw error;
    });
    await this.uow.run(async () => {
      const before = await this.followers.find(appId, openId);
      const unionId = found.unionId ?? before?.unionId ?? null;
      await this.followers.save({
        appId,
        openId,
        follows: found.follows,
        unionId,
        checkedAt: this.clock.now(),
      });
    });
  }

  /** Offers again those whose job was lost. */
  async offerUnchecked(): Promise<void> {
    if (this.config.officialOn) await this.queue.add(FOLLOWER_JOB, await this.followers.findUnchecked(MOST));
  }

  private async take(event: WeChatEvent): Promise<void> {
    if (event.type !== 'follow') return;
    const key = { appId: this.config.officialAppId, openId: event.fromUser };
    const before = await this.followers.find(key.appId, key.openId);
    await this.followers.save({
      ...key,
      unionId: before?.unionId ?? null,
      follows: event.follows,
      checkedAt: event.follows ? null : this.clock.now(),
    });
    if (event.follows) await this.queue.add(FOLLOWER_JOB, [key.openId]);
  }
}
