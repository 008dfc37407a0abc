import { isFields, type Fields } from './callback-body.js';
import { CallbackRefused } from './callback-refused.js';
import type { WeChatEvent } from './wechat-event.js';

/** XML wraps the list in an element named after the event; JSON has it at the top. */
const WRAPPERS: Readonly<Record<string, string>> = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
};

/** Makes a typed event of a push's fields. @throws CallbackRefused `malformed` */
export function readEvent(fields: Fields): WeChatEvent {
  const push = {
    toUser: required(fields, 'ToUserName'),
    fromUser: required(fields, 'FromUserName'),
    createdAt: Number(required(fields, 'CreateTime')),
  };
  const msgType = required(fields, 'MsgType');
  const event = text(fields, 'Event');
  switch (event) {
    case 'subscribe_msg_popup_event':
      return {
        ...push,
        type: event,
        items: list(fields, event).map((item) => ({ ...choice(item), popupScene: text(item, 'PopupScene') })),
      };
    case 'subscribe_msg_change_event':
      return { ...push, type: event, items: list(fields, event).map(choice) };
    case 'subscribe_msg_sent_event':
      return { ...push, type: event, items: list(fields, event).map(outcome) };
    case 'TEMPLATESENDJOBFINISH':
      return {
        ...push,
        type: 'template_sent',
        msgId: required(fields, 'MsgID'),
        status: required(fields, 'Status'),
      };
    case 'subscribe':
    case 'unsubscribe':
      return { ...push, type: 'follow', follows: event === 'subscribe' };
    default: {
      const msgId = text(fields, 'MsgId') || text(fields, 'MsgID');
      return {
        ...push,
        type: 'unknown',
        msgType,
        ...(event === '' ? {} : { event }),
        ...(msgId === '' ? {} : { msgId }),
        fields,
      };
    }
  }
}

function choice(item: Fields) {
  return { templateId: required(item, 'TemplateId'), status: required(item, 'SubscribeStatusString') };
}

function outcome(item: Fields) {
  return {
    templateId: required(item, 'TemplateId'),
    msgId: required(item, 'MsgID'),
    errorCode: Number(required(item, 'ErrorCode')),
    errorStatus: text(item, 'ErrorStatus'),
  };
}

/** `List` is an object when it has one element and an array when it has more; official samples disagree. */
function list(fields: Fields, event: string): Fields[] {
  const wrapper = fields[WRAPPERS[event] ?? ''];
  const found = (isFields(wrapper) ? wrapper : fields).List;
  const items: unknown[] = Array.isArray(found) ? found : [found];
  if (!items.every(isFields)) throw new CallbackRefused('malformed', 'List without elements');
  return items;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function required(fields: Fields, name: string): string {
  const value = text(fields, name);
  if (value === '') throw new CallbackRefused('malformed', `${name} missing`);
  return value;
}
