export { WeChatClient, type WeChatClientOptions } from './wechat-client.js';
export type { WeChatSession } from './api/code-to-session.js';
export type { PhoneNumber } from './api/get-phone-number.js';
export type { Follower } from './api/get-user-info.js';
export type { SubscribeMessage } from './api/send-subscribe-message.js';
export type { TemplateMessage } from './api/send-template-message.js';
export type { SentMessage } from './api/sent-message.js';
export type { AccessToken, AccessTokenStore } from './token/access-token-store.js';
export { InMemoryAccessTokenStore } from './token/in-memory-access-token-store.js';
export { WeChatError, type WeChatErrorKind } from './wechat-error.js';
export { ERROR_CODES, kindOfErrcode } from './error-codes.js';
export { fitTemplateData, fitTemplateValue } from './template/fit-template-data.js';
export {
  WeChatCallbackVerifier,
  type CallbackQuery,
  type WeChatCallbackOptions,
} from './callback/callback-verifier.js';
export { CallbackRefused, type RefusalReason } from './callback/callback-refused.js';
export { dedupeKey } from './callback/dedupe-key.js';
export type {
  FollowEvent,
  SubscribeChangeEvent,
  SubscribePopupEvent,
  SubscribeSentEvent,
  TemplateSentEvent,
  UnknownPush,
  WeChatEvent,
} from './callback/wechat-event.js';
