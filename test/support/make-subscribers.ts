import { type DataSource } from 'typeorm';
import { Account } from '../../src/accounts/account.entity.js';
import { WeChatIdentity } from '../../src/accounts/wechat-identity.entity.js';
import { chunksOf } from '../../src/database/in-chunks.js';
import { newId } from '../../src/database/new-id.js';
import { Subscription } from '../../src/subscriptions/subscription.entity.js';
import { Topic } from '../../src/topics/topic.entity.js';

/** Who is to be made. */
export interface SubscriberPlan {
  appId: string;
  /** Openids of the first ones; the rest never used WeChat. */
  openIds: readonly string[];
  count: number;
  topics: readonly string[];
}

/** Makes accounts that subscribe to all of the topics, many at a time. */
export async function makeSubscribers(source: DataSource, plan: SubscriberPlan): Promise<void> {
  const createdAt = new Date();
  const topics = await source.getRepository(Topic).find();
  const topicIds = topics.filter(({ code }) => plan.topics.includes(code)).map(({ id }) => id);
  const accounts = Array.from({ length: plan.count }, () => ({ id: newId(), createdAt }));
  const identities = plan.openIds.slice(0, plan.count).map((openId, at) => ({
    id: newId(),
    accountId: accounts[at]?.id ?? '',
    appId: plan.appId,
    openId,
    unionId: null,
    createdAt,
  }));
  const subscriptions = accounts.flatMap(({ id: accountId }) =>
    topicIds.map((targetId) => ({
      id: newId(),
      accountId,
      targetKind: 'topic' as const,
      targetId,
      frequency: 'immediate' as const,
      active: true,
      createdAt,
    })),
  );
  await source.transaction(async (manager) => {
    for (const chunk of chunksOf(accounts, 1000)) await manager.insert(Account, chunk);
    for (const chunk of chunksOf(identities, 1000)) await manager.insert(WeChatIdentity, chunk);
    for (const chunk of chunksOf(subscriptions, 1000)) await manager.insert(Subscription, chunk);
  });
}
