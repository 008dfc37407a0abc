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

/** Where a message to a staff member's WeChat stands; `unreachable`: not bound any more, or does not follow. */
export type StaffMessageState =
  'pending' | 'sending' | 'sent' | 'unreachable' | 'cancelled' | 'failed' | 'uncertain';
