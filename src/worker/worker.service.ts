import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { FOLLOWER_JOB, FollowersService } from '../contacts/followers.service.js';
import { MatchPackingService } from '../eligibility/match-packing.service.js';
import { ProfileSweepService } from '../eligibility/profile-sweep.service.js';
import { HousekeepingService } from '../housekeeping/housekeeping.service.js';
import { BackgroundLoop } from '../jobs/background-loop.js';
import { JobQueue } from '../jobs/job-queue.js';
import { STAFF_MESSAGE_JOB, StaffMessagesService } from '../notices/staff-messages.service.js';
import { CalendarService } from '../notifications/calendar.service.js';
import { CampaignControlService, RELEASE_JOB } from '../notifications/campaign-control.service.js';
import { MATCH_JOB, MatchingService } from '../notifications/matching.service.js';
import { SEND_JOB, SendingService } from '../notifications/sending.service.js';
import { ReviewClockService } from '../reviews/review-clock.service.js';
import { OutboxRelayService } from '../outbox/outbox-relay.service.js';
import { OutboxService } from '../outbox/outbox.service.js';

/** How often work of other processes is looked for. */
const IDLE_MS = 250;
const SWEEP_MS = 5_000;
const CALENDAR_MS = 600_000;
/** How long a changed profile is looked at by itself. */
const PACKING_MS = 600_000;
/** How late a publication at a set time may be. */
const RELEASE_MS = 15_000;
const CLEANING_MS = 86_400_000;
/** Followers that one process asks WeChat about at a time. */
const FOLLOWER_LANES = 4;
/** Messages to staff that one process sends at a time. */
const STAFF_LANES = 2;
/** Claims that one process sends at a time. */
const SENDING_LANES = 2;

/** All that happens behind people's backs: outbox, matching and sending. Any number may run beside each other. */
@Injectable()
export class WorkerService implements OnModuleDestroy {
  private readonly logger = new Logger('Worker');
  private readonly loops: BackgroundLoop[] = [];

  constructor(
    private readonly relay: OutboxRelayService,
    private readonly outbox: OutboxService,
    private readonly matching: MatchingService,
    private readonly sending: SendingService,
    private readonly calendar: CalendarService,
    private readonly reviews: ReviewClockService,
    private readonly control: CampaignControlService,
    private readonly followers: FollowersService,
    private readonly profileSweep: ProfileSweepService,
    private readonly packing: MatchPackingService,
    private readonly housekeeping: HousekeepingService,
    private readonly staffMessages: StaffMessagesService,
    private readonly queue: JobQueue,
  ) {}

  /** Begins to work; call it once all that it needs (the simulator, too) listens. */
  start(): void {
    const dispatcher = this.add(() => this.sending.dispatch(), IDLE_MS);
    const relay = this.add(() => this.relay.step(), IDLE_MS);
    this.add(async () => {
      await this.matching.offerWaiting();
      await this.followers.offerUnchecked();
      await this.staffMessages.sweep();
      if ((await this.sending.sweep()) > 0) dispatcher.wake();
      return false;
    }, SWEEP_MS);
    this.add(async () => {
      await this.calendar.announce();
      await this.profileSweep.sweep();
      await this.reviews.expire();
      await this.reviews.remind();
      return false;
    }, CALENDAR_MS);
    this.add(async () => {
      await this.packing.pack();
      return false;
    }, PACKING_MS);
    this.add(async () => {
      await this.reviews.release();
      return false;
    }, RELEASE_MS);
    this.add(async () => {
      await this.housekeeping.clean();
      return false;
    }, CLEANING_MS);
    this.outbox.onAdded(() => relay.wake());
    this.queue.process(MATCH_JOB, 1, (campaignId) =>
      this.matching.match(campaignId).finally(() => dispatcher.wake()),
    );
    this.queue.process(RELEASE_JOB, 1, (campaignId) =>
      this.control.release(campaignId).finally(() => dispatcher.wake()),
    );
    this.queue.process(SEND_JOB, SENDING_LANES, (claimId) =>
      this.sending.send(claimId).finally(() => dispatcher.wake()),
    );
    this.queue.process(FOLLOWER_JOB, FOLLOWER_LANES, (openId) => this.followers.check(openId));
    this.queue.process(STAFF_MESSAGE_JOB, STAFF_LANES, (id) => this.staffMessages.send(id));
    for (const loop of this.loops) loop.start();
  }

  /** Before anything that sending needs is closed. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.queue.stop();
  }

  private add(step: () => Promise<boolean>, idleMs: number): BackgroundLoop {
    const onError = (error: unknown): void =>
      this.logger.error(error instanceof Error ? error.name : 'unknown');
    const loop = new BackgroundLoop({ step, idleMs, onError });
    this.loops.push(loop);
    return loop;
  }
}
