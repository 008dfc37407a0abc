import { attachmentsOrNull } from '../attachments/attachment.record.js';
import { contentHash } from '../common/content-hash.js';
import { orNull } from '../common/plan-upsert.js';
import type { ClauseVersion } from './clause-version.entity.js';
import type { ResolvedClause } from './clause-references.js';

/** What a version says, without its place in history. */
export type ClauseContent = Omit<
  ClauseVersion,
  'id' | 'clauseId' | 'number' | 'contentHash' | 'createdAt' | 'publishedAt' | 'supersededAt'
>;

/** The content of a version made from a record; defaults are filled in here, so equal meaning gives an equal hash. */
export function contentOf({ record, department }: ResolvedClause): ClauseContent {
  return {
    title: record.title,
    audience: record.audience,
    supportKind: record.supportKind,
    benefit: record.benefit,
    amount: record.amount ?? null,
    conditions: record.conditions ?? [],
    eligibility: record.eligibility ?? null,
    materials: record.materials ?? [],
    steps: record.steps ?? [],
    timeLimitDays: record.timeLimitDays ?? null,
    channels: record.channels ?? [],
    onlineUrl: orNull(record.onlineUrl),
    windowAddress: orNull(record.windowAddress),
    phone: orNull(record.phone),
    applyFrom: orNull(record.applyFrom),
    applyTo: orNull(record.applyTo),
    keywords: record.keywords ?? [],
    regions: record.regions?.length ? record.regions : [department.region],
    related: record.related ?? [],
    attachments: attachmentsOrNull(record.attachments),
  };
}

/** One hash over all that a reader could notice, topics included. */
export const hashOf = (content: ClauseContent, topicIds: string[]): string =>
  contentHash({ content, topicIds });
