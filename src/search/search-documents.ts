import type { SearchDocument, SearchSchema } from '#libs/search-index';
import type { ClauseSummary } from '../clauses/clause-summary.view.js';
import type { ClauseRow } from '../clauses/clause-row.js';
import { toClauseSummary } from '../clauses/to-clause-view.js';
import type { Policy } from '../policies/policy.entity.js';
import type { PolicySummary } from '../policies/policy.view.js';
import { toPolicySummary } from '../policies/to-policy-summary.js';

/** What the index hands back with a hit. */
export type StoredHit = { clause: ClauseSummary } | { policy: PolicySummary };

/** What the index knows of clauses and policies. */
export const SEARCH_SCHEMA: SearchSchema = {
  fields: [
    { name: 'title', weight: 10, phonetic: true },
    { name: 'documentNumber', weight: 8, documentNumber: true },
    { name: 'names', weight: 4, phonetic: true },
    { name: 'text', weight: 3 },
    { name: 'body', weight: 1 },
  ],
  filters: ['department', 'topic', 'audience', 'supportKind', 'region', 'status'],
  sorts: ['publishedAt', 'applyTo'],
};

const millis = (date: string | Date | null): number | null =>
  date === null ? null : new Date(date).getTime();

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
      names: [
        policy.title,
        department.name,
        department.shortName,
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
    },
    sort: { publishedAt: millis(version.publishedAt), applyTo: millis(version.applyTo) },
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
      names: policy.issuingBodies.join('\n'),
      text: policy.summary,
      body: policy.body ?? '',
    },
    filters: { region: [policy.region], status: [policy.status] },
    sort: { publishedAt: millis(policy.issuedOn), applyTo: millis(policy.effectiveTo) },
    tier: tierOf(policy.status),
    stored: { policy: toPolicySummary(policy, clauseCount) },
  };
}
