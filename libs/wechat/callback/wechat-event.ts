/** What every push has. */
interface Push {
  /** Original id of the account it was sent to (`gh_…`). */
  toUser: string;
  /** Openid of the person it is about. */
  fromUser: string;
  /** Seconds since 1970. */
  createdAt: number;
}

/** The person answered a consent request. */
export interface SubscribePopupEvent extends Push {
  type: 'subscribe_msg_popup_event';
  items: { templateId: string; status: string; popupScene: string }[];
}

/** The person changed a template's switch in the settings; WeChat pushes `reject` only. */
export interface SubscribeChangeEvent extends Push {
  type: 'subscribe_msg_change_event';
  items: { templateId: string; status: string }[];
}

/** What became of a message that WeChat had accepted; delivered when `errorCode` is 0. */
export interface SubscribeSentEvent extends Push {
  type: 'subscribe_msg_sent_event';
  items: { templateId: string; msgId: string; errorCode: number; errorStatus: string }[];
}

/** What became of an official account's template message that WeChat had accepted. */
export interface TemplateSentEvent extends Push {
  type: 'template_sent';
  msgId: string;
  /** `success`, or `failed:` and why. */
  status: string;
}

/** The person began to follow the official account, or stopped. */
export interface FollowEvent extends Push {
  type: 'follow';
  follows: boolean;
}

/** Any other push, with its fields as they came. */
export interface UnknownPush extends Push {
  type: 'unknown';
  msgType: string;
  event?: string;
  msgId?: string;
  fields: Readonly<Record<string, unknown>>;
}

/** One push of WeChat to the callback address. */
export type WeChatEvent =
  | SubscribePopupEvent
  | SubscribeChangeEvent
  | SubscribeSentEvent
  | TemplateSentEvent
  | FollowEvent
  | UnknownPush;
