import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Campaign, type CampaignState } from './campaign.entity.js';

@Injectable()
export class CampaignsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  existsForVersion(clauseVersionId: string): Promise<boolean> {
    return this.uow.repository(Campaign).existsBy({ clauseVersionId });
  }

  async insert(campaign: Campaign): Promise<void> {
    await this.uow.repository(Campaign).insert(campaign);
  }

  findByIds(ids: readonly string[]): Promise<Campaign[]> {
    return this.uow.repository(Campaign).findBy({ id: In([...ids]) });
  }

  async cancel(clauseVersionId: string): Promise<void> {
    await this.uow.repository(Campaign).update({ clauseVersionId }, { state: 'cancelled', leaseUntil: null });
  }

  /** The oldest campaign that is being matched by nobody. */
  findWaiting(now: Date): Promise<Campaign | null> {
    return this.uow
      .repository(Campaign)
      .createQueryBuilder('campaign')
      .where('campaign.state = :state', { state: 'matching' satisfies CampaignState })
      .andWhere('(campaign.leaseUntil IS NULL OR campaign.leaseUntil <= :now)', { now })
      .orderBy('campaign.id')
      .getOne();
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
        state: 'matching' satisfies CampaignState,
        cursor: campaign.cursor,
      });
    if (campaign.leaseUntil === null) query.andWhere('leaseUntil IS NULL');
    else query.andWhere('leaseUntil = :lease', { lease: campaign.leaseUntil });
    return (await query.execute()).affected === 1;
  }
}
