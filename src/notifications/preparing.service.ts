import { Injectable } from '@nestjs/common';
import type { ClauseRow } from '../clauses/clause-row.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { keyOf, TargetsService } from '../subscriptions/targets.service.js';
import type { TargetView } from '../subscriptions/target.view.js';
import type { Campaign } from './campaign.entity.js';
import { CampaignsRepository } from './campaigns.repository.js';
import type { Channel, NewsMessage } from './channel.js';
import { Channels } from './channels.js';
import type { DeliveryOutcome, DueDelivery } from './claims.repository.js';
import { newsMessage, summaryMessage } from './news-message.js';
import { tomorrow } from './schedule.js';
import { later, withoutCall, withoutWay } from './sending-outcome.js';
import { SendingLimitsService } from './sending-limits.service.js';

/** How long deliveries of a campaign that an operator holds back are left alone. */
export const PAUSE_MS = 300_000;

/** One message to one person, and the ways by which it may go. */
export interface Prepared {
  accountId: string;
  deliveries: DueDelivery[];
  message: NewsMessage;
  ways: { channel: Channel; address: string }[];
  /** The same for every try to send this message. */
  key: string;
  /** Messages that the person got today before this one. */
  sentToday: number;
}

/** Everything that the decisions about a batch need. */
interface Context {
  rows: ReadonlyMap<string, ClauseRow>;
  campaigns: ReadonlyMap<string, Campaign>;
  targets: ReadonlyMap<string, TargetView>;
  full: ReadonlySet<string>;
  /** What was written already, by what it is about. */
  messages: Map<string, NewsMessage>;
  now: Date;
}

/** Decides, at the last moment, which deliveries are still to be sent, to whom, and what they say. */
@Injectable()
export class PreparingService {
  constructor(
    private readonly channels: Channels,
    private readonly campaigns: CampaignsRepository,
    private readonly clauses: ClausesService,
    private readonly targets: TargetsService,
    private readonly limits: SendingLimitsService,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Call it in the transaction that marks the deliveries as being sent: what is withdrawn before is not sent. */
  async prepare(
    deliveries: readonly DueDelivery[],
  ): Promise<{ ready: Prepared[]; ended: DeliveryOutcome[] }> {
    if (deliveries.length === 0) return { ready: [], ended: [] };
    const accountIds = [...new Set(deliveries.map(({ accountId }) => accountId))];
    const { full, sent } = await this.limits.full(accountIds);
    const context = await this.load(deliveries, full);
    const ended: DeliveryOutcome[] = [];
    const byAccount = new Map<string, DueDelivery[]>();
    for (const delivery of deliveries) {
      const verdict = this.judge(delivery, context);
      if (verdict) ended.push(verdict);
      else byAccount.set(delivery.accountId, [...(byAccount.get(delivery.accountId) ?? []), delivery]);
    }
    const addresses = new Map<Channel, Map<string, string>>();
    for (const channel of this.channels.inOrder) {
      addresses.set(channel, await channel.addressesOf([...byAccount.keys()]));
    }
    const ready: Prepared[] = [];
    for (const [accountId, due] of byAccount) {
      const ways = this.waysAfter(due).flatMap((channel) => {
        const address = addresses.get(channel)?.get(accountId);
        return address === undefined ? [] : [{ channel, address }];
      });
      if (ways.length === 0) ended.push(...due.map((one) => withoutWay(one, context.now)));
      else {
        const message = this.compose(due, context);
        const key = due.map(({ id }) => id).sort()[0] ?? '';
        ready.push({ accountId, deliveries: due, message, ways, key, sentToday: sent.get(accountId) ?? 0 });
      }
    }
    return { ready, ended };
  }

  /** The ways that were not tried in vain for any of the deliveries. */
  private waysAfter(due: readonly DueDelivery[]): readonly Channel[] {
    const rests = due.map(({ channel }) => this.channels.after(channel));
    return rests.reduce((shortest, rest) => (rest.length < shortest.length ? rest : shortest));
  }

  private async load(deliveries: readonly DueDelivery[], full: ReadonlySet<string>): Promise<Context> {
    const campaigns = await this.campaigns.findByIds([
      ...new Set(deliveries.map(({ campaignId }) => campaignId)),
    ]);
    return {
      rows: await this.clauses.rowsOfVersions(deliveries.map(({ clauseVersionId }) => clauseVersionId)),
      campaigns: new Map(campaigns.map((campaign) => [campaign.id, campaign])),
      targets: await this.targets.describe(deliveries.flatMap(({ reasons }) => reasons)),
      full,
      messages: new Map(),
      now: this.clock.now(),
    };
  }

  /** The outcome of a delivery that is not to be sent now; null where it is. */
  private judge(delivery: DueDelivery, { rows, campaigns, full, now }: Context): DeliveryOutcome | null {
    const row = rows.get(delivery.clauseVersionId);
    const campaign = campaigns.get(delivery.campaignId);
    if (!row || !campaign || campaign.state === 'cancelled') return withoutCall(delivery, 'cancelled', now);
    if (delivery.kind !== 'withdrawn' && row.clause.status !== 'published') {
      return withoutCall(delivery, 'cancelled', now);
    }
    if (campaign.paused) return later(delivery, this.clock.after(PAUSE_MS));
    if (full.has(delivery.accountId) && !campaign.urgent) {
      return later(delivery, tomorrow(now, delivery.accountId));
    }
    return null;
  }

  /** Most people of a batch are told the same for the same reasons. */
  private compose(due: readonly DueDelivery[], context: Context): NewsMessage {
    const key = JSON.stringify(
      due.map(({ kind, clauseVersionId, reasons }) => [kind, clauseVersionId, reasons]),
    );
    const known = context.messages.get(key);
    if (known) return known;
    const message = this.write(due, context);
    context.messages.set(key, message);
    return message;
  }

  private write(due: readonly DueDelivery[], { rows, targets }: Context): NewsMessage {
    const messages = due.flatMap(({ kind, clauseVersionId, reasons }) => {
      const row = rows.get(clauseVersionId);
      const views = reasons.flatMap((reason) => targets.get(keyOf(reason)) ?? []);
      return row ? [newsMessage(kind, row, views)] : [];
    });
    const [only] = messages;
    return only && messages.length === 1 ? only : summaryMessage(messages, this.config.siteName);
  }
}
