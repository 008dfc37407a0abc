import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobQueue } from '../jobs/job-queue.js';
import type { Channel } from './channel.js';
import { ClaimsRepository, type DeliveryOutcome, type DueDelivery } from './claims.repository.js';
import { Channels } from './channels.js';
import type { ChannelName } from './notification.terms.js';
import { PreparingService, type Prepared } from './preparing.service.js';
import { accepted, kindOf, mayTryElsewhere, refused, SLOW_DOWN_MS } from './sending-outcome.js';
import { SendingLimitsService } from './sending-limits.service.js';

/** Jobs of this kind name a claim of deliveries. */
export const SEND_JOB = 'send';

const BATCH = 400;
/** Claims that may wait for a worker: enough that none is idle, few enough that leases do not run out. */
const MOST_WAITING = 6;
/** After a failure to record; each further one doubles it. */
const FIRST_PAUSE_MS = 250;
/** Calls that one message may need (token, repeat with a fresh token) and time to record, in time-outs of a call. */
const LEASE_IN_TIMEOUTS = 5;

/** What became of one message, and which channels turned it down on the way. */
interface Result {
  prepared: Prepared;
  channel: Channel | null;
  refusedBy: Channel[];
  outcome: (delivery: DueDelivery, now: Date) => DeliveryOutcome;
}

/** Sends deliveries: claimed, marked as being sent, called, recorded (投递). */
@Injectable()
export class SendingService {
  private pausedUntil = new Date(0);

  constructor(
    private readonly channels: Channels,
    private readonly deliveries: ClaimsRepository,
    private readonly preparing: PreparingService,
    private readonly limits: SendingLimitsService,
    private readonly queue: JobQueue,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Claims a batch of what is due and offers it to the workers; answers whether there may be more to do now. */
  async dispatch(): Promise<boolean> {
    if (this.clock.now() < this.pausedUntil || !(await this.deliveries.existsDue(this.clock.now())))
      return false;
    if ((await this.queue.count(SEND_JOB)) >= MOST_WAITING) return false;
    const claimId = newId();
    const limit = Math.min(BATCH, this.limits.largestBatch);
    return this.uow.run(async () => {
      const claimed = await this.deliveries.claimDue(this.clock.now(), this.leaseEnd(), claimId, limit);
      if (claimed > 0) await this.queue.add(SEND_JOB, [claimId]);
      return claimed > 0;
    });
  }

  /** Sends the deliveries of a claim. A second call for the same claim does nothing. */
  async send(claimId: string): Promise<void> {
    if (this.limits.isLimited) await this.limits.acquire(await this.deliveries.countClaimed(claimId));
    const prepared = await this.begin(claimId);
    const results = await Promise.all(prepared.map((one) => this.tell(one)));
    if (results.length > 0) await this.record(results, claimId);
  }

  /** Looks after deliveries whose worker died or whose job was lost; answers how many there were. */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    return (await this.deliveries.releaseClaimed(now)) + (await this.deliveries.markUncertain(now));
  }

  /** After it, a worker counts as dead and its deliveries are looked after. */
  private leaseEnd(): Date {
    return this.clock.after(LEASE_IN_TIMEOUTS * this.config.wechatTimeoutMs);
  }

  /** From here on, a delivery that is not recorded counts as possibly sent. */
  private begin(claimId: string): Promise<Prepared[]> {
    return this.uow.run(async () => {
      const begun = await this.deliveries.beginSending(claimId, this.leaseEnd());
      const { ready, ended } = await this.preparing.prepare(begun);
      await this.deliveries.finish(ended, claimId);
      return ready;
    });
  }

  /** Tries the channels in turn until one accepts; a failure that may have told the person ends it. */
  private async tell(prepared: Prepared): Promise<Result> {
    const refusedBy: Channel[] = [];
    const { message, ways, key } = prepared;
    let [last, lastBy]: [unknown, ChannelName] = [undefined, 'mini_program'];
    for (const { channel, address } of ways) {
      try {
        const messageId = await channel.send(address, message, key);
        const outcome: Result['outcome'] = (delivery, now) =>
          accepted(delivery, channel.name, messageId, now);
        return { prepared, channel, refusedBy, outcome };
      } catch (error) {
        [last, lastBy] = [error, channel.name];
        if (!mayTryElsewhere(error)) break;
        if (kindOf(error) === 'consent_gone') refusedBy.push(channel);
      }
    }
    // Only the way that nearly all go by may hold up everybody.
    if (kindOf(last) === 'slow_down' && lastBy === 'mini_program') {
      this.pausedUntil = this.clock.after(SLOW_DOWN_MS);
    }
    const outcome: Result['outcome'] = (delivery, now) => refused(delivery, lastBy, last, now);
    return { prepared, channel: null, refusedBy, outcome };
  }

  /** What was sent must not be forgotten because the database was away: tries again as long as nobody takes over. */
  private async persist(work: () => Promise<void>): Promise<void> {
    const end = this.leaseEnd();
    for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
      try {
        return await this.uow.run(work);
      } catch (error) {
        if (this.clock.after(pause) > end) throw error;
        await wait(pause);
      }
    }
  }

  private async record(results: readonly Result[], claimId: string): Promise<void> {
    const accountsOf = (chosen: (result: Result) => boolean): string[] =>
      results.filter(chosen).map(({ prepared }) => prepared.accountId);
    const sentToday = new Map(results.map(({ prepared }) => [prepared.accountId, prepared.sentToday]));
    // One instant for all: what ended alike is one statement.
    const now = this.clock.now();
    const outcomes = results.flatMap(({ prepared, outcome }) =>
      prepared.deliveries.map((delivery) => outcome(delivery, now)),
    );
    await this.persist(async () => {
      await this.deliveries.finish(outcomes, claimId);
      for (const channel of this.channels.inOrder) {
        await channel.accepted(accountsOf((result) => result.channel === channel));
        await channel.refused(accountsOf((result) => result.refusedBy.includes(channel)));
      }
      await this.limits.count(
        accountsOf((result) => result.channel !== null),
        sentToday,
      );
    });
  }
}
