import type { WeChatAnswer } from '../http/read-answer.js';
import { WeChatError } from '../wechat-error.js';

/** What WeChat said when it accepted a message. Accepted is not delivered: the sent event tells that. */
export interface SentMessage {
  /** All digits of WeChat's number, as in the sent event; WeChat does not promise to return it. */
  msgId?: string;
}

/** Reads the answer to a send. @throws WeChatError `unknown_outcome` where it does not say that it was accepted */
export function sentMessage(path: string, { errcode, msgid }: WeChatAnswer): SentMessage {
  if (errcode !== 0) throw new WeChatError('unknown_outcome', path, 'answer without errcode');
  return typeof msgid === 'string' || typeof msgid === 'number' ? { msgId: String(msgid) } : {};
}

/** Values as WeChat wants them: each in an object of its own. */
export const wrapped = (data: Readonly<Record<string, string>>): Record<string, { value: string }> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }]));
