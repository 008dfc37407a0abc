import { createHash } from 'node:crypto';
import type { WeChatEvent } from './wechat-event.js';

/**
 * A key that is the same for each repetition of one push (WeChat repeats up to 3 times), 64 hex characters.
 * Messages go by their MsgId. WeChat's advice for events, FromUserName + CreateTime, is not enough: two messages
 * that reach a person within a second have two sent events, so the event's name and elements count too.
 */
export function dedupeKey(event: WeChatEvent): string {
  return createHash('sha256')
    .update(JSON.stringify([event.toUser, ...whatIsSame(event)]))
    .digest('hex');
}

function whatIsSame(event: WeChatEvent): unknown[] {
  const { fromUser, createdAt, type } = event;
  if (type === 'template_sent') return [fromUser, createdAt, type, event.msgId];
  if (type === 'follow') return [fromUser, createdAt, type, event.follows];
  if (type !== 'unknown') return [fromUser, createdAt, type, event.items];
  if (event.event === undefined && event.msgId !== undefined) return [event.msgId];
  return [fromUser, createdAt, event.event ?? event.msgType, event.msgId ?? ''];
}
