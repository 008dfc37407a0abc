import { Injectable } from '@nestjs/common';
import { toClauseSummary } from '../clauses/to-clause-view.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';
import type { PageQuery } from '../common/page.query.js';
import type { Page } from '../common/page.view.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { keyOf, TargetsService } from '../subscriptions/targets.service.js';
import type { Delivery } from './delivery.entity.js';
import { InboxRepository } from './inbox.repository.js';
import type { MessageView, WeChatOutcome } from './message.view.js';
import type { DeliveryState } from './notification.terms.js';
import { reasonsOf, titleOf } from './news-message.js';
import { MessageNotFoundError } from './notifications.errors.js';

const OUTCOMES: Record<DeliveryState, WeChatOutcome> = {
  pending: 'waiting',
  claimed: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  no_consent: 'no_consent',
  failed: 'failed',
  cancelled: 'failed',
  uncertain: 'uncertain',
};

/** A person's messages, whatever WeChat did with them (我的消息). */
@Injectable()
export class InboxService {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly clauses: ClausesService,
    private readonly targets: TargetsService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(accountId: string, query: PageQuery): Promise<Page<MessageView>> {
    const { items, total } = await this.inbox.findPage(accountId, query);
    return { items: await this.toViews(items), page: query.page, pageSize: query.pageSize, total };
  }

  countUnread(accountId: string): Promise<number> {
    return this.inbox.countUnread(accountId);
  }

  /** @throws MessageNotFoundError also where it is somebody else's */
  markRead(accountId: string, id: string): Promise<void> {
    return this.uow.run(async () => {
      if (!(await this.inbox.find(accountId, id))) throw new MessageNotFoundError();
      await this.inbox.markRead(id, this.clock.now());
    });
  }

  private async toViews(deliveries: readonly Delivery[]): Promise<MessageView[]> {
    const rows = await this.clauses.rowsOfVersions(deliveries.map(({ clauseVersionId }) => clauseVersionId));
    const targets = await this.targets.describe(deliveries.flatMap(({ reasons }) => reasons));
    return deliveries.flatMap((delivery) => {
      const row = rows.get(delivery.clauseVersionId);
      if (!row) return [];
      return [
        {
          id: delivery.id,
          title: titleOf(delivery.kind, row.version.title),
          clause: toClauseSummary(row),
          clauseVersion: row.version.number,
          reasons: reasonsOf(delivery.reasons.flatMap((reason) => targets.get(keyOf(reason)) ?? [])),
          wechat: OUTCOMES[delivery.state],
          channel: delivery.channel,
          createdAt: delivery.createdAt.toISOString(),
          readAt: delivery.readAt?.toISOString() ?? null,
        },
      ];
    });
  }
}
