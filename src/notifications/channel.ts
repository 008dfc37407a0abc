import type { ChannelName } from './notification.terms.js';

/** A message on its way, in the words that every channel can use. */
export interface NewsMessage {
  /** The clause, or the first of several. */
  title: string;
  department: string;
  benefit: string;
  reason: string;
  /** Path of the portal page that it opens. */
  path: string;
  /** Page of the mini program that it opens. */
  page: string;
}

/** One way to people (通道). */
export interface Channel {
  readonly name: ChannelName;

  /** Where the channel reaches accounts; those whom it cannot reach are missing. */
  addressesOf(accountIds: readonly string[]): Promise<Map<string, string>>;

  /**
   * Sends to one address.
   * @returns the channel's number of the message, null where it has none
   * @throws WeChatError, whose kind tells whether somebody else may try
   */
  send(address: string, message: NewsMessage): Promise<string | null>;

  /** The messages to these accounts (an account may be named twice) were accepted. */
  accepted(accountIds: readonly string[]): Promise<void>;

  /** These accounts allow no message any more. */
  refused(accountIds: readonly string[]): Promise<void>;
}
