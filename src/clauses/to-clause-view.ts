import { areaView } from '../common/areas.js';
import { toDepartmentContact } from '../departments/to-department-view.js';
import { toPolicyDetails } from '../policies/to-policy-summary.js';
import type { ClauseSummary } from './clause-summary.view.js';
import type { ClauseView } from './clause.view.js';
import type { ClauseRow } from './clause-row.js';

/** What lists show of a clause. */
export function toClauseSummary({ clause, version, department, policy, topics }: ClauseRow): ClauseSummary {
  return {
    code: clause.code,
    title: version.title,
    status: clause.status,
    audience: version.audience,
    supportKind: version.supportKind,
    benefit: version.benefit,
    amount: version.amount,
    channels: version.channels,
    department: { code: department.code, name: department.shortName },
    policy: { code: policy.code, title: policy.title, documentNumber: policy.documentNumber },
    topics: topics.map(({ code, name }) => ({ code, name })),
    applyFrom: version.applyFrom,
    applyTo: version.applyTo,
    publishedAt: version.publishedAt?.toISOString() ?? null,
  };
}

/** Everything the public may know of a clause version. */
export function toClauseView(row: ClauseRow, related: ClauseSummary[]): ClauseView {
  const { clause, version, department, policy } = row;
  return {
    ...toClauseSummary(row),
    ordinal: clause.ordinal,
    conditions: version.conditions,
    materials: version.materials,
    steps: version.steps,
    timeLimitDays: version.timeLimitDays,
    onlineUrl: version.onlineUrl,
    windowAddress: version.windowAddress,
    phone: version.phone,
    keywords: version.keywords,
    regions: version.regions.map(areaView),
    related,
    attachments: version.attachments ?? [],
    ownerDepartment: toDepartmentContact(department),
    fullPolicy: toPolicyDetails(policy),
    version: version.number,
    superseded: version.id !== clause.publishedVersionId,
    asOf: null,
    expiresOn: clause.expiresOn,
    endedAt: clause.endedAt?.toISOString() ?? null,
    endReason: clause.endReason,
    successor: null,
  };
}
