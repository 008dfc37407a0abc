import { Injectable } from '@nestjs/common';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Subscriber } from '../subscriptions/merge-subscribers.js';
import { SubscriptionsService } from '../subscriptions/subscriptions.service.js';
import type { Campaign } from './campaign.entity.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { Delivery } from './delivery.entity.js';

const PAGE = 2_000;
/** Much longer than a page takes; after it, another worker goes on where this one stopped. */
const LEASE_MS = 10_000;

/** Makes the deliveries of a campaign: one for each account that any of the clause's topics concerns. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly campaigns: CampaignsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly clauses: ClausesService,
    private readonly subscriptions: SubscriptionsService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Matches one waiting campaign to its end; answers whether there was one. */
  async step(): Promise<boolean> {
    const waiting = await this.campaigns.findWaiting(this.clock.now());
    if (!waiting) return false;
    const topicIds = await this.clauses.topicIdsOfVersion(waiting.clauseVersionId);
    let campaign: Campaign | null = await this.advance(waiting, waiting.cursor, 'matching', []);
    while (campaign?.state === 'matching') campaign = await this.matchPage(campaign, topicIds);
    return true;
  }

  /** Null where another worker took over, or the campaign was cancelled. */
  private async matchPage(campaign: Campaign, topicIds: readonly string[]): Promise<Campaign | null> {
    const { subscribers, complete } = await this.subscriptions.subscribersAfter(
      topicIds,
      campaign.cursor,
      PAGE,
    );
    const cursor = subscribers.at(-1)?.accountId ?? campaign.cursor;
    return this.advance(campaign, cursor, complete ? 'matched' : 'matching', subscribers);
  }

  /** Moves the cursor and makes the deliveries before it in one transaction: neither is there without the other. */
  private advance(
    campaign: Campaign,
    cursor: string,
    state: Campaign['state'],
    subscribers: readonly Subscriber[],
  ): Promise<Campaign | null> {
    return this.uow.run(async () => {
      const now = this.clock.now();
      const leaseUntil = state === 'matching' ? this.clock.after(LEASE_MS) : null;
      if (!(await this.campaigns.advance(campaign, { cursor, leaseUntil, state }))) return null;
      await this.deliveries.insertNew(subscribers.map((subscriber) => toDelivery(campaign, subscriber, now)));
      return { ...campaign, cursor, leaseUntil, state };
    });
  }
}

function toDelivery(campaign: Campaign, { accountId, topicIds }: Subscriber, now: Date): Delivery {
  return {
    id: newId(),
    campaignId: campaign.id,
    accountId,
    clauseVersionId: campaign.clauseVersionId,
    topicIds,
    state: 'pending',
    dueAt: now,
    attempts: 0,
    claimId: null,
    weChatMessageId: null,
    errorCode: null,
    createdAt: now,
    sentAt: null,
    readAt: null,
  };
}
