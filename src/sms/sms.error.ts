/**
 * What a failed send means:
 * - `permanent`: the provider refuses this message or number for good;
 * - `slow_down`: not accepted, the provider wants fewer at a time;
 * - `retry`: certainly not accepted, may be tried again;
 * - `unknown_outcome`: may have been accepted; trying again could tell somebody twice.
 */
export type SmsErrorKind = 'permanent' | 'slow_down' | 'retry' | 'unknown_outcome';

/** A text message that was not sent, or perhaps was. Holds no telephone number, so it may be logged. */
export class SmsError extends Error {
  override readonly name = 'SmsError';

  constructor(
    readonly kind: SmsErrorKind,
    message: string,
  ) {
    super(message);
  }
}
