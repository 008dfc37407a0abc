import { Injectable } from '@nestjs/common';
import type { ClauseRow } from '../clauses/clause-row.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { BEFORE_ALL_IDS, newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DepartmentDaysService } from '../departments/department-days.service.js';
import { JobQueue } from '../jobs/job-queue.js';
import type { Subscriber } from '../subscriptions/merge-subscribers.js';
import { SubscriptionsService } from '../subscriptions/subscriptions.service.js';
import type { Campaign } from './campaign.entity.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { DeliveriesRepository, type NewDelivery } from './deliveries.repository.js';
import type { DeliveryState } from './notification.terms.js';
import { dueAt } from './schedule.js';

/** Jobs of this kind name a campaign. */
export const MATCH_JOB = 'match';

const PAGE = 2_000;
/** Much longer than a page takes; after it, another worker goes on where this one stopped. */
const LEASE_MS = 10_000;

/** Who has the news of a clause in the inbox and so must hear that it was withdrawn; states only move forward in this list. */
const TOLD: readonly DeliveryState[] = ['sending', 'uncertain', 'no_consent', 'failed', 'sent'];

/** Makes the deliveries of a campaign: one for each account that the fact concerns. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly campaigns: CampaignsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly clauses: ClausesService,
    private readonly subscriptions: SubscriptionsService,
    private readonly departmentDays: DepartmentDaysService,
    private readonly queue: JobQueue,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Matches a campaign to its end, unless somebody else does. */
  async match(campaignId: string): Promise<void> {
    const campaign = await this.campaigns.findWaiting(campaignId, this.clock.now());
    if (!campaign) return;
    const row = (await this.clauses.rowsOfVersions([campaign.clauseVersionId])).get(campaign.clauseVersionId);
    const taken = await this.advance(campaign, campaign.cursor, 'matching', []);
    if (!taken) return;
    if (campaign.kind === 'withdrawn') await this.matchTold(taken);
    else if (row) await this.matchSubscribers(taken, row);
  }

  /** Offers campaigns again whose job was lost or whose worker died. */
  async offerWaiting(): Promise<void> {
    const waiting = await this.campaigns.findAllWaiting(this.clock.now());
    await this.queue.add(MATCH_JOB, waiting);
  }

  private async matchSubscribers(taken: Campaign, row: ClauseRow): Promise<void> {
    const scan = await this.subscriptions.scan(row);
    let campaign: Campaign | null = taken;
    while (campaign?.state === 'matching') {
      const { subscribers, complete, end } = await scan.next(campaign.cursor, PAGE);
      // Many pages of profiles may pass without anybody whom it fits.
      const cursor = end ?? subscribers.at(-1)?.accountId ?? campaign.cursor;
      campaign = await this.advance(campaign, cursor, complete ? 'matched' : 'matching', subscribers);
    }
  }

  /** Begun anew after a crash: whoever is there already is left out. */
  private async matchTold(taken: Campaign): Promise<void> {
    const news = await this.campaigns.findNewsOf(taken.clauseVersionId);
    let campaign: Campaign | null = taken;
    for (const { id } of news) {
      for (const state of TOLD) {
        for (let after: string | null = BEFORE_ALL_IDS; after !== null && campaign;) {
          const rows = await this.deliveries.findOfCampaign(id, state, after, PAGE);
          const told = rows.map(({ accountId, reasons }) => ({
            accountId,
            reasons,
            frequency: 'immediate' as const,
          }));
          campaign = await this.advance(campaign, campaign.cursor, 'matching', told);
          after = rows.length < PAGE ? null : (rows.at(-1)?.id ?? null);
        }
      }
    }
    if (campaign) await this.advance(campaign, campaign.cursor, 'matched', []);
  }

  /**
   * Moves the cursor and makes the deliveries before it in one transaction: neither is there without the other.
   * Null where another worker took over, or the campaign was cancelled.
   */
  private advance(
    campaign: Campaign,
    cursor: string,
    state: Campaign['state'],
    subscribers: readonly Subscriber[],
  ): Promise<Campaign | null> {
    return this.uow.run(async () => {
      const leaseUntil = state === 'matching' ? this.clock.after(LEASE_MS) : null;
      if (!(await this.campaigns.advance(campaign, { cursor, leaseUntil, state }))) return null;
      const now = this.clock.now();
      const { id: campaignId, clauseVersionId, kind } = campaign;
      const made = await this.deliveries.insertNew(
        { campaignId, clauseVersionId, kind, createdAt: now },
        subscribers.map((subscriber) => this.toDelivery(campaign, subscriber, now)),
      );
      await this.departmentDays.addTold(clauseVersionId, made);
      return { ...campaign, cursor, leaseUntil, state };
    });
  }

  private toDelivery(
    { urgent }: Campaign,
    { accountId, reasons, frequency }: Subscriber,
    now: Date,
  ): NewDelivery {
    const due = urgent ? now : dueAt(frequency, now, accountId, this.config.quiet);
    return { id: newId(), accountId, reasons, dueAt: due };
  }
}
