import { fitTemplateData } from '#libs/wechat';
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

/**
 * Makes the rows of a card, by the template's keys in their order and within WeChat's limits. What was made for a
 * message is kept as long as the message: a thousand people get the same one.
 */
export function cardOf(keys: readonly string[]): (message: NewsMessage) => Record<string, string> {
  const made = new WeakMap<NewsMessage, Record<string, string>>();
  return (message) => {
    const known = made.get(message);
    if (known) return known;
    const texts = [message.title, message.department, message.benefit, message.reason];
    const card = fitTemplateData(Object.fromEntries(keys.map((key, at) => [key, texts[at] ?? ''])));
    made.set(message, card);
    return card;
  };
}

/** One way to people (通道). */
export interface Channel {
  readonly name: ChannelName;
  /** Whether this installation has it. */
  readonly isOn: boolean;

  /** Where the channel reaches accounts; those whom it cannot reach are missing. */
  addressesOf(accountIds: readonly string[]): Promise<Map<string, string>>;

  /**
   * Sends to one address.
   * @param key the same for every try to send the same; at most 32 characters
   * @returns the channel's number of the message, null where it has none
   * @throws WeChatError or SmsError, whose kind tells whether somebody else may try
   */
  send(address: string, message: NewsMessage, key: string): Promise<string | null>;

  /** The messages to these accounts (an account may be named twice) were accepted. */
  accepted(accountIds: readonly string[]): Promise<void>;

  /** These accounts allow no message any more. */
  refused(accountIds: readonly string[]): Promise<void>;
}
