import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { BEFORE_ALL_IDS, newId } from '../database/new-id.js';
import { DepartmentDaysService } from '../departments/department-days.service.js';
import { PROFILE_FITS, type ProfileFits } from '../eligibility/profile-events.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { dueAt } from './schedule.js';

/** Tells somebody that clauses have come to fit a stored profile: each version once, however it was told of. */
@Injectable()
export class FitsService implements OnModuleInit {
  constructor(
    private readonly campaigns: CampaignsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly outbox: OutboxService,
    private readonly departmentDays: DepartmentDaysService,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.outbox.register({ type: PROFILE_FITS, handle: (payload) => this.tell(payload as ProfileFits) });
  }

  private async tell({ accountId, profileId, clauseVersionIds, frequency }: ProfileFits): Promise<void> {
    const known = await this.deliveries.findToldVersions(accountId, clauseVersionIds);
    const now = this.clock.now();
    for (const clauseVersionId of clauseVersionIds.filter((id) => !known.has(id))) {
      const campaignId = await this.campaignOf(clauseVersionId, now);
      const due = dueAt(frequency, now, accountId, this.config.quiet);
      const reasons = [{ kind: 'profile', id: profileId } as const];
      const made = await this.deliveries.insertNew(
        { campaignId, clauseVersionId, kind: 'fits', createdAt: now },
        [{ id: newId(), accountId, reasons, dueAt: due }],
      );
      await this.departmentDays.addTold(clauseVersionId, made);
    }
  }

  /** The campaign of all whom a version comes to fit; it has no matching of its own. */
  private async campaignOf(clauseVersionId: string, now: Date): Promise<string> {
    const stored = await this.campaigns.findFact(clauseVersionId, 'fits');
    if (stored) return stored.id;
    const id = newId();
    await this.campaigns.insert({
      id,
      clauseVersionId,
      kind: 'fits',
      state: 'matched',
      cursor: BEFORE_ALL_IDS,
      urgent: false,
      paused: false,
      leaseUntil: null,
      createdAt: now,
    });
    return id;
  }
}
