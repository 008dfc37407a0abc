import type { ClauseRow } from '../clauses/clause-row.js';
import { formatAmount } from '../portal/format/amount.js';
import type { TargetKind } from '../subscriptions/subscription.terms.js';
import type { TargetView } from '../subscriptions/target.view.js';
import { CLAUSE_PAGE, MESSAGES_PAGE } from '../wechat/news-template.js';
import type { NewsMessage } from './channel.js';
import { CAMPAIGN_KIND_LABELS } from './notification.labels.js';
import type { CampaignKind } from './notification.terms.js';

const REASONS: Record<TargetKind, string> = {
  topic: '你订阅了主题：',
  department: '你订阅了部门：',
  policy: '你订阅了政策：',
  search: '你保存了搜索：',
  profile: '符合你保存的',
};

/** One reason is all that fits on the card. */
const SHORT_REASONS: Record<TargetKind, string> = {
  topic: '订阅了主题：',
  department: '订阅了部门：',
  policy: '订阅了政策',
  search: '搜索：',
  profile: '符合你的',
};

/** A new clause needs no word before its title on a card of twenty characters. */
const CARD_TITLES: Record<CampaignKind, string> = {
  published: '',
  amended: '有变化：',
  withdrawn: '已撤下：',
  closing: '即将截止：',
  expired: '已截止：',
  fits: '符合条件：',
};

/** Why somebody gets a message, as a sentence each. */
export const reasonsOf = (targets: readonly TargetView[]): string[] =>
  targets.map(({ kind, name }) => `${REASONS[kind]}${name}`);

/** What happened, in a line. */
export const titleOf = (kind: CampaignKind, clauseTitle: string): string =>
  `${CAMPAIGN_KIND_LABELS[kind]}：${clauseTitle}`;

function shortReason(targets: readonly TargetView[]): string {
  const [first] = targets;
  if (!first) return '你的订阅';
  if (targets.length > 1) return `${first.name}等${targets.length}个订阅`;
  return first.kind === 'policy' ? SHORT_REASONS.policy : `${SHORT_REASONS[first.kind]}${first.name}`;
}

/** What is said about the benefit: its sum, or its first words; when it ends, for a reminder. */
function benefitOf(kind: CampaignKind, { version }: ClauseRow): string {
  if (kind === 'withdrawn') return '不再办理，详情请咨询责任部门';
  if ((kind === 'closing' || kind === 'expired') && version.applyTo) return `申报截止：${version.applyTo}`;
  return formatAmount(version.amount) ?? version.benefit;
}

/** The message about one fact. */
export function newsMessage(kind: CampaignKind, row: ClauseRow, targets: readonly TargetView[]): NewsMessage {
  const { clause, version, department } = row;
  const code = encodeURIComponent(clause.code);
  // What was withdrawn has no page any more.
  const gone = kind === 'withdrawn';
  return {
    title: `${CARD_TITLES[kind]}${version.title}`,
    department: department.shortName,
    benefit: benefitOf(kind, row),
    reason: shortReason(targets),
    path: gone ? '/me/messages' : `/clauses/${code}`,
    page: gone ? MESSAGES_PAGE : `${CLAUSE_PAGE}?code=${code}`,
  };
}

/** One message instead of several that are due for one person at the same time. */
export function summaryMessage(messages: readonly NewsMessage[], siteName: string): NewsMessage {
  const [first] = messages;
  const departments = new Set(messages.map(({ department }) => department));
  return {
    title: `${first?.title.slice(0, 12) ?? ''}等${messages.length}条政策`,
    department: departments.size === 1 ? (first?.department ?? siteName) : siteName,
    benefit: `共${messages.length}条，点开查看全部`,
    reason: '你的订阅有新消息',
    path: '/me/messages',
    page: MESSAGES_PAGE,
  };
}
