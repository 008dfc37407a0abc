import type { Frequency } from '../subscriptions/subscription.terms.js';

/** Outbox event: clauses have come to fit a stored profile whose owner wants to hear of that. */
export const PROFILE_FITS = 'profile.fits';

export interface ProfileFits {
  accountId: string;
  profileId: string;
  clauseVersionIds: string[];
  frequency: Frequency;
}
