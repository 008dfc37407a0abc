import { createHash } from 'node:crypto';
import type { WeChatEvent } from './wechat-event.js';

/**
 * A key that is the same for each repetition of one push (WeChat repeats up to 3 times), 64 hex characters.
 * Messages go by their MsgId. WeChat's advice for events, FromUserName + CreateTime, is not enough: two messages
 * that reach a person within a second have two sent events, so the event's name and elements count too.
 */
export function dedupeKey(event: WeChatEvent): string {
  const { toUser, fromUser, createdAt, type } = event;
  const what =
    type !== 'unknown'
      ? [fromUser, createdAt, type, event.items]
      : event.event === undefined && event.msgId !== undefined
        ? [event.msgId]
        : [fromUser, createdAt, event.event ?? event.msgType, event.msgId ?? ''];
  return createHash('sha256')
    .update(JSON.stringify([toUser, ...what]))
    .digest('hex');
}
