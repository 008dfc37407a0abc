/** The fact that people are told. */
export const CAMPAIGN_KINDS = ['published', 'amended', 'withdrawn', 'closing', 'expired', 'fits'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

/** `matching`: deliveries are still being made; `matched`: all are there; `cancelled`: by an operator or a withdrawal. */
export const CAMPAIGN_STATES = ['matching', 'matched', 'cancelled'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/**
 * pending → claimed → sending → sent | no_consent | failed | uncertain; or pending → cancelled.
 * `claimed`: a job has it but nobody has called WeChat. `sending`: the call may be under way, so it is never repeated.
 */
export const DELIVERY_STATES = [
  'pending',
  'claimed',
  'sending',
  'sent',
  'no_consent',
  'failed',
  'uncertain',
  'cancelled',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** By which way a message left. */
export const CHANNELS = ['mini_program', 'official_account', 'sms'] as const;
export type ChannelName = (typeof CHANNELS)[number];
