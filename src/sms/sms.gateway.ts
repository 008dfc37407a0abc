/** A text message to one telephone. */
export interface SmsMessage {
  /** Personal data: a driver may log it masked only. */
  phone: string;
  text: string;
  /** The same for every try to send the same, for providers that can tell repetitions. */
  key: string;
}

/** The way to a provider of text messages (短信网关). Each provider is a driver of its own; see README, settings. */
export abstract class SmsGateway {
  /**
   * Hands one message to the provider, once.
   * @returns the provider's number of the message, null where it has none
   * @throws SmsError, whose kind tells whether the message may be tried again
   */
  abstract send(message: SmsMessage): Promise<string | null>;
}
