import { Injectable } from '@nestjs/common';
import { WeChatError } from '#libs/wechat';
import { AccountsService } from '../accounts/accounts.service.js';
import type { ClauseRow } from '../clauses/clause-row.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { TopicsService } from '../topics/topics.service.js';
import { type TemplateMessage, WeChatGateway } from '../wechat/wechat.gateway.js';
import { ConsentsService } from './consents.service.js';
import { DeliveriesRepository, type DeliveryOutcome } from './deliveries.repository.js';
import type { Delivery } from './delivery.entity.js';
import { newsMessage } from './news-message.js';
import { accepted, refused, withoutCall } from './sending-outcome.js';

const BATCH = 200;
/** Calls that one message may need (token, repeat with a fresh token) and time to record, in time-outs of a call. */
const LEASE_IN_TIMEOUTS = 5;
/** How long nothing is sent after WeChat asked to slow down. */
const SLOW_DOWN_MS = 60_000;

interface Prepared {
  delivery: Delivery;
  message: TemplateMessage;
}

/** Sends deliveries through WeChat: claimed, marked as being sent, called, recorded. */
@Injectable()
export class SendingService {
  private pausedUntil = new Date(0);

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly consents: ConsentsService,
    private readonly accounts: AccountsService,
    private readonly clauses: ClausesService,
    private readonly topics: TopicsService,
    private readonly wechat: WeChatGateway,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Sends one batch of what is due; answers whether there was anything. */
  async step(): Promise<boolean> {
    if (this.clock.now() < this.pausedUntil) return false;
    const claimId = newId();
    const claimed = await this.uow.run(() =>
      this.deliveries.claimDue(this.clock.now(), this.leaseEnd(), claimId, BATCH),
    );
    if (claimed.length === 0) return false;
    const { ready, ended } = await this.prepare(claimed);
    const begun = await this.begin(ready, ended, claimId);
    const outcomes = await Promise.all(begun.map((prepared) => this.send(prepared)));
    await this.record(begun, outcomes, claimId);
    return true;
  }

  /** Looks after deliveries of workers that died; answers how many there were. */
  sweep(): Promise<number> {
    return this.uow.run(async () => {
      const now = this.clock.now();
      return (await this.deliveries.releaseClaimed(now)) + (await this.deliveries.markUncertain(now));
    });
  }

  /** After it, a worker counts as dead and its deliveries are looked after. */
  private leaseEnd(): Date {
    return this.clock.after(LEASE_IN_TIMEOUTS * this.config.wechatTimeoutMs);
  }

  /** Sorts out what needs no call: the clause is off the shelf, or WeChat is known to allow no message. */
  private async prepare(
    claimed: readonly Delivery[],
  ): Promise<{ ready: Prepared[]; ended: DeliveryOutcome[] }> {
    const now = this.clock.now();
    const accountIds = [...new Set(claimed.map(({ accountId }) => accountId))];
    const openIds = await this.accounts.openIdsOf(this.config.wechatAppId, accountIds);
    const remaining = await this.consents.remainingOf(accountIds);
    const rows = await this.clauses.rowsOfVersions(claimed.map(({ clauseVersionId }) => clauseVersionId));
    const names = await this.topics.namesOf(claimed.flatMap(({ topicIds }) => topicIds));
    const ready: Prepared[] = [];
    const ended: DeliveryOutcome[] = [];
    for (const delivery of claimed) {
      const row = rows.get(delivery.clauseVersionId);
      const openId = openIds.get(delivery.accountId);
      if (!row || row.clause.status !== 'published') ended.push(withoutCall(delivery, 'cancelled', now));
      else if (!openId || remaining.get(delivery.accountId) === 0) {
        ended.push(withoutCall(delivery, 'no_consent', now));
      } else ready.push({ delivery, message: { openId, ...this.compose(delivery, row, names) } });
    }
    return { ready, ended };
  }

  private compose(
    delivery: Delivery,
    row: ClauseRow,
    names: ReadonlyMap<string, string>,
  ): Pick<TemplateMessage, 'page' | 'data'> {
    const topicNames = delivery.topicIds.flatMap((id) => names.get(id) ?? []);
    return newsMessage(row, topicNames, this.config.wechatTemplateKeys);
  }

  /** From here on, a delivery that is not recorded counts as possibly sent. */
  private begin(
    ready: readonly Prepared[],
    ended: readonly DeliveryOutcome[],
    claimId: string,
  ): Promise<Prepared[]> {
    return this.uow.run(async () => {
      await this.deliveries.finish(ended, claimId, 'claimed');
      const ids = ready.map(({ delivery }) => delivery.id);
      const begun = await this.deliveries.beginSending(ids, claimId, this.leaseEnd());
      return ready.filter(({ delivery }) => begun.has(delivery.id));
    });
  }

  private async send({ delivery, message }: Prepared): Promise<DeliveryOutcome> {
    try {
      const messageId = await this.wechat.send(message);
      return accepted(delivery, messageId, this.clock.now());
    } catch (error) {
      if (error instanceof WeChatError && error.kind === 'slow_down') {
        this.pausedUntil = this.clock.after(SLOW_DOWN_MS);
      }
      return refused(delivery, error, this.clock.now());
    }
  }

  private async record(
    begun: readonly Prepared[],
    outcomes: readonly DeliveryOutcome[],
    claimId: string,
  ): Promise<void> {
    const accountsOf = (state: DeliveryOutcome['state']): string[] =>
      begun.filter((_, at) => outcomes[at]?.state === state).map(({ delivery }) => delivery.accountId);
    const template = this.config.wechatTemplateId;
    await this.uow.run(async () => {
      await this.deliveries.finish(outcomes, claimId, 'sending');
      await this.consents.spent(accountsOf('sent'), template);
      await this.consents.emptied(accountsOf('no_consent'), template);
    });
  }
}
