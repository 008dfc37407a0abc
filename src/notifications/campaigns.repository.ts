import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { loadInChunks } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Campaign } from './campaign.entity.js';
import { Delivery } from './delivery.entity.js';
import type { CampaignKind, CampaignState, DeliveryState } from './notification.terms.js';

/** How many deliveries of a campaign are in a state, by WeChat's error code where there is one. */
export interface StateCount {
  state: DeliveryState;
  errorCode: number | null;
  total: number;
}

/** How many deliveries of campaigns are in each state. */
export interface CampaignTotals {
  campaignId: string;
  state: DeliveryState;
  total: number;
}

const MATCHING: CampaignState = 'matching';

@Injectable()
export class CampaignsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  existsFact(clauseVersionId: string, kind: CampaignKind): Promise<boolean> {
    return this.uow.repository(Campaign).existsBy({ clauseVersionId, kind });
  }

  findFact(clauseVersionId: string, kind: CampaignKind): Promise<Campaign | null> {
    return this.uow.repository(Campaign).findOneBy({ clauseVersionId, kind });
  }

  /** Which of the versions no campaign of this kind is about. */
  async withoutFact(clauseVersionIds: readonly string[], kind: CampaignKind): Promise<string[]> {
    const rows = await loadInChunks(clauseVersionIds, (chunk) =>
      this.uow.repository(Campaign).find({
        select: { clauseVersionId: true },
        where: { clauseVersionId: In(chunk), kind },
      }),
    );
    const known = new Set(rows.map(({ clauseVersionId }) => clauseVersionId));
    return clauseVersionIds.filter((id) => !known.has(id));
  }

  async insert(campaign: Campaign): Promise<void> {
    await this.uow.repository(Campaign).insert(campaign);
  }

  findById(id: string): Promise<Campaign | null> {
    return this.uow.repository(Campaign).findOneBy({ id });
  }

  findByIds(ids: readonly string[]): Promise<Campaign[]> {
    return this.uow.repository(Campaign).findBy({ id: In([...ids]) });
  }

  /** The newest first. */
  async findPage(page: PageQuery): Promise<{ items: Campaign[]; total: number }> {
    const repository = this.uow.repository(Campaign);
    return {
      total: await repository.count(),
      items: await repository.find({
        order: { createdAt: 'DESC', id: 'DESC' },
        skip: offsetOf(page),
        take: page.pageSize,
      }),
    };
  }

  /** The campaigns that announced a version. */
  findNewsOf(clauseVersionId: string): Promise<Campaign[]> {
    return this.uow
      .repository(Campaign)
      .findBy({ clauseVersionId, kind: In(['published', 'amended', 'fits']) });
  }

  async update(id: string, changes: Partial<Campaign>): Promise<void> {
    await this.uow.repository(Campaign).update({ id }, changes);
  }

  /** Stops what a version still had to tell; a correction is another campaign. */
  async cancelNews(clauseVersionId: string): Promise<void> {
    await this.uow
      .repository(Campaign)
      .update(
        { clauseVersionId, kind: In(['published', 'amended', 'closing', 'fits']), state: MATCHING },
        { state: 'cancelled', leaseUntil: null },
      );
  }

  /** The campaign, if it is to be matched and nobody does so. */
  findWaiting(id: string, now: Date): Promise<Campaign | null> {
    return this.waiting(now).andWhere('campaign.id = :id', { id }).getOne();
  }

  /** Ids of all campaigns that are to be matched by somebody, the oldest first. */
  async findAllWaiting(now: Date): Promise<string[]> {
    return (await this.waiting(now).orderBy('campaign.id').limit(100).getMany()).map(({ id }) => id);
  }

  /** Takes or prolongs the work on a campaign; false where somebody else was faster, or it was cancelled. */
  async advance(
    campaign: Campaign,
    changes: Pick<Campaign, 'cursor' | 'leaseUntil' | 'state'>,
  ): Promise<boolean> {
    const query = this.uow
      .repository(Campaign)
      .createQueryBuilder()
      .update()
      .set(changes)
      .where('id = :id AND state = :state AND cursor = :cursor', {
        id: campaign.id,
        state: MATCHING,
        cursor: campaign.cursor,
      });
    if (campaign.leaseUntil === null) query.andWhere('leaseUntil IS NULL');
    else query.andWhere('leaseUntil = :lease', { lease: campaign.leaseUntil });
    return (await query.execute()).affected === 1;
  }

  /** Lets a campaign go on; what nobody matches counts as waiting from now on. */
  async resume(id: string, now: Date): Promise<void> {
    const repository = this.uow.repository(Campaign);
    await repository.update({ id, leaseUntil: IsNull() }, { leaseUntil: now });
    await repository.update({ id }, { paused: false });
  }

  /** Whether a campaign waits for somebody to match it since before an instant. */
  existsAbandoned(before: Date): Promise<boolean> {
    const open = { state: MATCHING, paused: false };
    return this.uow.repository(Campaign).existsBy([
      { ...open, leaseUntil: IsNull(), createdAt: LessThan(before) },
      { ...open, leaseUntil: LessThan(before) },
    ]);
  }

  /** Of several campaigns at once, from the index alone. */
  async countTotals(campaignIds: readonly string[]): Promise<CampaignTotals[]> {
    const rows = await loadInChunks(campaignIds, (chunk) =>
      this.uow
        .repository(Delivery)
        .createQueryBuilder('delivery')
        .select(['delivery.campaignId AS "campaignId"', 'delivery.state AS "state"', 'COUNT(*) AS "total"'])
        .where('delivery.campaignId IN (:...chunk)', { chunk })
        .groupBy('delivery.campaignId')
        .addGroupBy('delivery.state')
        .getRawMany<CampaignTotals>(),
    );
    return rows.map((row) => ({ ...row, total: Number(row.total) }));
  }

  async countStates(campaignId: string): Promise<StateCount[]> {
    const rows = await this.uow
      .repository(Delivery)
      .createQueryBuilder('delivery')
      .select(['delivery.state AS "state"', 'delivery.errorCode AS "errorCode"', 'COUNT(*) AS "total"'])
      .where('delivery.campaignId = :campaignId', { campaignId })
      .groupBy('delivery.state')
      .addGroupBy('delivery.errorCode')
      .getRawMany<{ state: DeliveryState; errorCode: number | null; total: number | string }>();
    return rows.map((row) => ({ ...row, total: Number(row.total) }));
  }

  private waiting(now: Date) {
    return this.uow
      .repository(Campaign)
      .createQueryBuilder('campaign')
      .where('campaign.state = :state AND campaign.paused = :paused', { state: MATCHING, paused: false })
      .andWhere('(campaign.leaseUntil IS NULL OR campaign.leaseUntil <= :now)', { now });
  }
}
