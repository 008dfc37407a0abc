import { Injectable } from '@nestjs/common';
import type { AuditAction } from '../audit/audit.labels.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { BEFORE_ALL_IDS } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobQueue } from '../jobs/job-queue.js';
import type { Campaign } from './campaign.entity.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { MATCH_JOB } from './matching.service.js';
import { CampaignEndedError, CampaignNotFoundError } from './notifications.errors.js';
import { PAUSE_MS } from './preparing.service.js';
import { dueAt } from './schedule.js';

/** Jobs of this kind name a campaign of which an operator decided; its deliveries follow. */
export const RELEASE_JOB = 'release';

const CHUNK = 1_000;

/** Lets operators hold campaigns back, let them go on, and end them. */
@Injectable()
export class CampaignControlService {
  constructor(
    private readonly campaigns: CampaignsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly queue: JobQueue,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Sends nothing more until it is resumed. @throws CampaignNotFoundError, CampaignEndedError */
  pause(id: string): Promise<void> {
    return this.uow.run(async () => {
      await this.getOpen(id);
      await this.campaigns.update(id, { paused: true });
      await this.putOnRecord('campaign.paused', id);
    });
  }

  /** @throws CampaignNotFoundError, CampaignEndedError */
  resume(id: string): Promise<void> {
    return this.uow.run(async () => {
      const { paused, state } = await this.getOpen(id);
      if (!paused) return;
      await this.campaigns.resume(id, this.clock.now());
      await this.putOnRecord('campaign.resumed', id);
      await this.queue.add(RELEASE_JOB, [id]);
      if (state === 'matching') await this.queue.add(MATCH_JOB, [id]);
    });
  }

  /** What was not sent will not be. @throws as `pause` */
  cancel(id: string): Promise<void> {
    return this.uow.run(async () => {
      const { state } = await this.getCampaign(id);
      if (state === 'cancelled') return;
      await this.getOpen(id);
      await this.campaigns.update(id, { state: 'cancelled', paused: false, leaseUntil: null });
      await this.putOnRecord('campaign.cancelled', id);
      await this.queue.add(RELEASE_JOB, [id]);
    });
  }

  /**
   * Follows a decision through the deliveries that wait: makes what was held back due again, at once or after the
   * quiet hours; ends all that is cancelled, so that no inbox shows it. May run twice, or be begun anew.
   */
  async release(id: string): Promise<void> {
    const campaign = await this.campaigns.findById(id);
    if (!campaign || campaign.paused) return;
    for (let after: string | null = BEFORE_ALL_IDS; after !== null;) {
      const from: string = after;
      after = await this.uow.run(() =>
        campaign.state === 'cancelled' ? this.cancelChunk(id, from) : this.releaseChunk(campaign, from),
      );
    }
  }

  private putOnRecord(action: AuditAction, id: string): Promise<void> {
    return this.audit.record({ action, subject: { kind: 'campaign', id } });
  }

  private async cancelChunk(id: string, after: string): Promise<string | null> {
    const waiting = await this.deliveries.findOfCampaign(id, 'pending', after, CHUNK);
    await this.deliveries.updatePending(idsOf(waiting), { state: 'cancelled', dueAt: this.clock.now() });
    return nextAfter(waiting);
  }

  private async releaseChunk({ id, urgent }: Campaign, after: string): Promise<string | null> {
    const now = this.clock.now();
    const held = await this.deliveries.findHeldBack(id, now, this.clock.after(PAUSE_MS), after, CHUNK);
    const due = urgent ? now : dueAt('immediate', now, held[0]?.accountId ?? '', this.config.quiet);
    await this.deliveries.updatePending(idsOf(held), { dueAt: due });
    return nextAfter(held);
  }

  private async getCampaign(id: string): Promise<Campaign> {
    const campaign = await this.campaigns.findById(id);
    if (!campaign) throw new CampaignNotFoundError();
    return campaign;
  }

  /** The campaign, if there is anything left of it to decide on. */
  private async getOpen(id: string): Promise<Campaign> {
    const campaign = await this.getCampaign(id);
    const open =
      campaign.state === 'matching' ||
      (campaign.state === 'matched' && (await this.deliveries.existsWaiting(id)));
    if (!open) throw new CampaignEndedError();
    return campaign;
  }
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Where the next chunk begins, null after the last one. */
const nextAfter = (rows: readonly { id: string }[]): string | null =>
  rows.length < CHUNK ? null : (rows.at(-1)?.id ?? null);
