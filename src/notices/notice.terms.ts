/** Why somebody is told something. */
export const NOTICE_KINDS = [
  'to-review',
  'returned',
  'published',
  'reminder',
  'overdue',
  'escalated',
  'failed',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
