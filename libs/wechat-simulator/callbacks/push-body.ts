import type { PushEvent } from '../state/events.js';

/** XML names the list's wrapper after the event. */
const WRAPPERS: Readonly<Record<string, string>> = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
};

/** Events of official accounts have no list: their fields stand beside the others. */
const FLAT = new Set(['TEMPLATESENDJOBFINISH', 'subscribe', 'unsubscribe']);

/** Written without CDATA in the official samples. */
const BARE = new Set(['CreateTime', 'PopupScene', 'MsgID', 'ErrorCode']);

/** Body of a push in JSON: flat, all values strings. */
export function jsonBody(originalId: string, { event, items, openid, createdAt }: PushEvent): string {
  // The documentation says that a list of one is the element itself, yet two of its three samples show an
  // array of one. Both occur here as they do there, so that a receiver learns to take both.
  const bare = items.length === 1 && event === 'subscribe_msg_sent_event';
  return JSON.stringify({
    ...head(originalId, openid, createdAt),
    Event: event,
    List: bare ? items[0] : items,
  });
}

/** Body of a push in XML, as in the official samples. */
export function xmlBody(originalId: string, { event, items, openid, createdAt }: PushEvent): string {
  if (FLAT.has(event)) {
    return `<xml>${elements({ ...head(originalId, openid, createdAt), Event: event, ...items[0] })}</xml>`;
  }
  const wrapper = WRAPPERS[event] ?? 'List';
  const list = items.map((item) => `<List>${elements(item)}</List>`).join('');
  const fields = elements({ ...head(originalId, openid, createdAt), Event: event });
  return `<xml>${fields}<${wrapper}>${list}</${wrapper}></xml>`;
}

function head(originalId: string, openid: string, createdAt: number): Record<string, string> {
  return {
    ToUserName: originalId,
    FromUserName: openid,
    CreateTime: String(Math.floor(createdAt / 1000)),
    MsgType: 'event',
  };
}

function elements(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${BARE.has(name) ? value : cdata(value)}</${name}>`)
    .join('');
}

function cdata(value: string): string {
  return `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
