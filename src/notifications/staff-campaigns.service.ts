import { Injectable } from '@nestjs/common';
import type { ClauseRow } from '../clauses/clause-row.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';
import type { PageQuery } from '../common/page.query.js';
import type { Page } from '../common/page.view.js';
import type { Campaign } from './campaign.entity.js';
import type { CampaignDetailView, CampaignErrorView, CampaignView } from './campaign.view.js';
import { type CampaignTotals, CampaignsRepository, type StateCount } from './campaigns.repository.js';
import { adviceFor } from './error-advice.js';
import { DELIVERY_STATES, type DeliveryState } from './notification.terms.js';
import { CampaignNotFoundError } from './notifications.errors.js';
import { PushStateRepository } from './push-state.repository.js';

const MINUTE = 60_000;
/** Not sent, and to be sent. */
const WAITING: readonly DeliveryState[] = ['pending', 'claimed', 'sending'];

const sum = (rows: readonly { total: number }[]): number => rows.reduce((all, { total }) => all + total, 0);

const isWaiting = ({ state }: { state: DeliveryState }): boolean => WAITING.includes(state);

/** What operators see of campaigns (推送). */
@Injectable()
export class StaffCampaignsService {
  constructor(
    private readonly campaigns: CampaignsRepository,
    private readonly state: PushStateRepository,
    private readonly clauses: ClausesService,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(query: PageQuery): Promise<Page<CampaignView>> {
    const { items, total } = await this.campaigns.findPage(query);
    const rows = await this.clauses.rowsOfVersions(items.map(({ clauseVersionId }) => clauseVersionId));
    const totals = await this.campaigns.countTotals(items.map(({ id }) => id));
    const views = items.map((campaign) =>
      toView(
        campaign,
        rows,
        totals.filter(({ campaignId }) => campaignId === campaign.id),
      ),
    );
    return { items: views, page: query.page, pageSize: query.pageSize, total };
  }

  /** @throws CampaignNotFoundError */
  async get(id: string): Promise<CampaignDetailView> {
    const campaign = await this.campaigns.findById(id);
    if (!campaign) throw new CampaignNotFoundError();
    const rows = await this.clauses.rowsOfVersions([campaign.clauseVersionId]);
    const states = await this.campaigns.countStates(id);
    const sent = await this.state.countSentSince(this.clock.after(-MINUTE));
    const counts = Object.fromEntries(
      DELIVERY_STATES.map((state) => [state, sum(states.filter((row) => row.state === state))]),
    ) as Record<DeliveryState, number>;
    return {
      ...toView(campaign, rows, states),
      counts,
      errors: errorsOf(states),
      sentLastMinute: sent.get(id) ?? 0,
      uncertain: counts.uncertain,
    };
  }
}

function toView(
  { id, clauseVersionId, kind, state, urgent, paused, createdAt }: Campaign,
  rows: ReadonlyMap<string, ClauseRow>,
  totals: readonly Pick<CampaignTotals, 'state' | 'total'>[],
): CampaignView {
  const row = rows.get(clauseVersionId);
  return {
    id,
    kind,
    clause: {
      code: row?.clause.code ?? '',
      title: row?.version.title ?? '（条款已删除）',
      version: row?.version.number ?? 0,
    },
    state,
    urgent,
    paused,
    createdAt: createdAt.toISOString(),
    total: sum(totals),
    waiting: sum(totals.filter(isWaiting)),
  };
}

function errorsOf(states: readonly StateCount[]): CampaignErrorView[] {
  const totals = new Map<number, number>();
  for (const { errorCode, total } of states) {
    if (errorCode !== null) totals.set(errorCode, (totals.get(errorCode) ?? 0) + total);
  }
  return [...totals]
    .map(([code, total]) => ({ code, total, advice: adviceFor(code) }))
    .sort((a, b) => b.total - a.total);
}
