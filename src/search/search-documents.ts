import type { SearchDocument, SearchSchema } from '#libs/search-index';
import type { BenefitAmount } from '../clauses/clause.terms.js';
import type { ClauseSummary } from '../clauses/clause-summary.view.js';
import type { ClauseRow } from '../clauses/clause-row.js';
import { toClauseSummary } from '../clauses/to-clause-view.js';
import type { Policy } from '../policies/policy.entity.js';
import type { Department } from '../departments/department.entity.js';
import type { PolicySummary } from '../policies/policy.view.js';
import { toPolicySummary } from '../policies/to-policy-summary.js';
import type { Topic } from '../topics/topic.entity.js';

/** What the index hands back with a hit. */
export type StoredHit =
  | { clause: ClauseSummary }
  | { policy: PolicySummary }
  | { topic: { code: string; name: string } }
  | { department: { code: string; name: string } };

/** What the index knows of clauses and policies. */
export const SEARCH_SCHEMA: SearchSchema = {
  fields: [
    { name: 'title', weight: 10, phonetic: true },
    { name: 'documentNumber', weight: 8, documentNumber: true },
    { name: 'department', weight: 4, phonetic: true },
    { name: 'names', weight: 4, phonetic: true },
    { name: 'text', weight: 3 },
    { name: 'body', weight: 1 },
  ],
  filters: ['department', 'topic', 'audience', 'supportKind', 'region', 'status', 'code'],
  sorts: ['publishedAt', 'applyTo', 'amount'],
};

const millis = (date: string | Date | null): number | null =>
  date === null ? null : new Date(date).getTime();

/** Money that a clause may bring, in yuan; null for shares and for what is no money. */
function yuanOf(amount: BenefitAmount | null): number | null {
  const most = amount?.max ?? amount?.min ?? null;
  if (amount === null || most === null) return null;
  const factor = YUAN[amount.unit];
  return factor === undefined ? null : most * factor;
}

const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

/** What is in force comes before what is not, however well it matches. */
const tierOf = (status: Policy['status']): number => (status === 'published' ? 0 : 1);

/** A clause as the index takes it; id of the row, so that a change finds it again. */
export function clauseDocument(row: ClauseRow): SearchDocument<StoredHit> {
  const { clause, version, department, policy, topics } = row;
  return {
    id: clause.id,
    kind: 'clause',
    fields: {
      title: version.title,
      documentNumber: policy.documentNumber ?? '',
      text: version.benefit,
      department: `${department.name}\n${department.shortName}`,
      names: [
        policy.title,
        ...version.keywords,
        ...topics.flatMap((topic) => [topic.name, ...topic.aliases]),
      ].join('\n'),
      body: [...version.conditions, ...version.materials.map((material) => material.name)].join('\n'),
    },
    filters: {
      department: [department.code],
      topic: topics.map((topic) => topic.code),
      audience: version.audience === 'both' ? ['enterprise', 'citizen', 'both'] : [version.audience],
      supportKind: [version.supportKind],
      region: version.regions,
      status: [policy.status],
      code: [clause.code],
    },
    sort: {
      publishedAt: millis(version.publishedAt),
      applyTo: millis(version.applyTo),
      amount: yuanOf(version.amount),
    },
    tier: tierOf(policy.status),
    stored: { clause: toClauseSummary(row) },
  };
}

/** A policy as the index takes it. */
export function policyDocument(policy: Policy, clauseCount: number): SearchDocument<StoredHit> {
  return {
    id: policy.id,
    kind: 'policy',
    fields: {
      title: policy.title,
      documentNumber: policy.documentNumber ?? '',
      department: policy.issuingBodies.join('\n'),
      text: policy.summary,
      body: policy.body ?? '',
    },
    filters: { region: [policy.region], status: [policy.status], code: [policy.code] },
    sort: { publishedAt: millis(policy.issuedOn), applyTo: millis(policy.effectiveTo) },
    tier: tierOf(policy.status),
    stored: { policy: toPolicySummary(policy, clauseCount) },
  };
}

/** A topic, for suggestions only. */
export function topicDocument({ id, code, name, aliases }: Topic): SearchDocument<StoredHit> {
  return {
    id,
    kind: 'topic',
    fields: { title: name, names: aliases.join('\n') },
    filters: {},
    sort: {},
    stored: { topic: { code, name } },
  };
}

/** A department, for suggestions only. */
export function departmentDocument({ id, code, name, shortName }: Department): SearchDocument<StoredHit> {
  return {
    id,
    kind: 'department',
    fields: { title: name, names: shortName },
    filters: {},
    sort: {},
    stored: { department: { code, name } },
  };
}
