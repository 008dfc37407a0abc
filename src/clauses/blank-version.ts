import type { ClauseVersion } from './clause-version.entity.js';
import type { Clause } from './clause.entity.js';

/** Stands for a clause of which nothing was stored yet but its title; its number is 0, and no row has it. */
export const blankVersion = (clause: Clause): ClauseVersion => ({
  id: '',
  clauseId: clause.id,
  number: 0,
  title: clause.latestTitle,
  audience: 'both',
  supportKind: 'service',
  benefit: '',
  amount: null,
  conditions: [],
  eligibility: null,
  materials: [],
  steps: [],
  timeLimitDays: null,
  channels: [],
  onlineUrl: null,
  windowAddress: null,
  phone: null,
  applyFrom: null,
  applyTo: null,
  keywords: [],
  regions: [],
  related: [],
  attachments: null,
  contentHash: '',
  createdAt: clause.createdAt,
  publishedAt: null,
  supersededAt: null,
});
