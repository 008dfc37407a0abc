import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { ConsentsRepository } from './consents.repository.js';
import type { ConsentView } from './consent.view.js';

/** The ledger of how many WeChat messages people still allow (授权), kept true by WeChat's events. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly consents: ConsentsRepository,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async list(accountId: string): Promise<ConsentView[]> {
    const rows = await this.consents.findOfAccount(accountId);
    return rows.map(({ templateId, remaining }) => ({ templateId, remaining }));
  }

  /** What is left, by account; people who were never asked are missing: WeChat may know more than we do. */
  remainingOf(accountIds: readonly string[]): Promise<Map<string, number>> {
    return this.consents.findRemaining(this.config.wechatTemplateId, accountIds);
  }

  /** The person allowed a message; a long-term consent holds until it is taken back. */
  async accepted(accountId: string, templateId: string): Promise<void> {
    if (this.config.wechatTemplateKind === 'long_term') {
      await this.consents.set([accountId], templateId, 1, this.clock.now());
    } else await this.consents.add(accountId, templateId, 1, this.clock.now());
  }

  /** WeChat says that these people allow no message any more. */
  async emptied(accountIds: readonly string[], templateId: string): Promise<void> {
    await this.consents.set([...new Set(accountIds)], templateId, 0, this.clock.now());
  }

  /** One message was sent to each of `accountIds`, which may name an account twice. */
  async spent(accountIds: readonly string[], templateId: string): Promise<void> {
    if (accountIds.length === 0 || this.config.wechatTemplateKind === 'long_term') return;
    const counts = new Map<string, number>();
    for (const accountId of accountIds) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
    for (const count of new Set(counts.values())) {
      const accounts = [...counts.keys()].filter((accountId) => counts.get(accountId) === count);
      await this.consents.spend(accounts, templateId, count, this.clock.now());
    }
  }
}
