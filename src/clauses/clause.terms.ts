/** Whom a clause is for (适用对象). */
export const AUDIENCES = ['enterprise', 'citizen', 'both'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** In what form a clause helps (扶持方式). */
export const SUPPORT_KINDS = [
  'funding',
  'tax_relief',
  'finance',
  'talent',
  'employment',
  'social_security',
  'livelihood',
  'land_premises',
  'qualification_award',
  'service',
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** How a clause is applied for (办理方式); `automatic` is 免申即享: granted without an application. */
export const CHANNELS = ['window', 'online', 'automatic'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Where a clause stands in its life. */
export const CLAUSE_STATUSES = [
  'draft',
  'published',
  'withdrawn',
  'expired',
  'repealed',
  'superseded',
] as const;
export type ClauseStatus = (typeof CLAUSE_STATUSES)[number];

/** Ends after which the public can still read what it said, marked as no longer valid. */
export const READABLE_ENDS = ['expired', 'repealed', 'superseded'] as const;

/** Whether the public can read a clause of this status at its address. */
export const isReadable = (status: ClauseStatus): boolean =>
  status === 'published' || READABLE_ENDS.some((end) => end === status);

/** A sum of money or a share: `min`–`max` of `unit` per `per`; absent parts are not stated by the policy. */
export interface BenefitAmount {
  min?: number;
  max?: number;
  /** 元, 万元, % … */
  unit: string;
  /** 人, 户, 年, 月 … */
  per?: string;
}

/** A document to hand in (申请材料). */
export interface Material {
  name: string;
  note?: string;
}

/** One box of the handling flowchart (办理环节). */
export interface Step {
  name: string;
  /** Who does it, e.g. 申请人, 市人社局. */
  actor: string;
  /** How long it takes at most, in working days. */
  workingDays?: number;
}
