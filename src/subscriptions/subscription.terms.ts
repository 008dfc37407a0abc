/** What can be subscribed to. */
export const TARGET_KINDS = ['topic', 'department', 'policy', 'search', 'profile'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What has a code by which people name it; searches and profiles are known by their id only. */
export type CodedKind = Exclude<TargetKind, 'search' | 'profile'>;

/** How soon somebody wants to hear: at once, or in a daily or weekly summary. */
export const FREQUENCIES = ['immediate', 'daily', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Why a subscription ended: by a tap on it, or by the one that ends them all. */
export const END_REASONS = ['by_person', 'all_by_person'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** The filters of a saved search; several values of one mean any of them, none means all. */
export const SAVED_FILTERS = ['department', 'topic', 'audience', 'supportKind', 'region'] as const;
export type SavedFilter = (typeof SAVED_FILTERS)[number];

/** One thing that is or could be subscribed to. */
export interface Target {
  kind: TargetKind;
  id: string;
}
