import { fitTemplateData } from '#libs/wechat';
import type { ClauseRow } from '../clauses/clause-row.js';
import { formatAmount } from '../portal/format/amount.js';
import { CLAUSE_PAGE } from '../wechat/news-template.js';
import type { CampaignKind } from './campaign.entity.js';

/** Why somebody gets a message, as a sentence each. */
export const reasonsOf = (topicNames: readonly string[]): string[] =>
  topicNames.map((name) => `你订阅了主题：${name}`);

/** What happened, in a line. */
export const titleOf = (kind: CampaignKind, clauseTitle: string): string =>
  kind === 'published' ? `新政策：${clauseTitle}` : `政策有变化：${clauseTitle}`;

/** One reason is all that fits on the card; the inbox has them all. */
function reasonOnCard(topicNames: readonly string[]): string {
  const [first = '政策'] = topicNames;
  return topicNames.length > 1 ? `订阅了${first}等${topicNames.length}个主题` : `订阅了主题：${first}`;
}

/**
 * The WeChat message about a clause version, within the template's limits.
 * @param keys the template's keys for clause, department, benefit and reason
 */
export function newsMessage(
  { clause, version, department }: ClauseRow,
  topicNames: readonly string[],
  keys: readonly string[],
): { page: string; data: Record<string, string> } {
  const texts = [
    version.title,
    department.shortName,
    formatAmount(version.amount) ?? version.benefit,
    reasonOnCard(topicNames),
  ];
  return {
    page: `${CLAUSE_PAGE}?code=${encodeURIComponent(clause.code)}`,
    data: fitTemplateData(Object.fromEntries(keys.map((key, at) => [key, texts[at] ?? '']))),
  };
}
