export { WeChatClient, type WeChatClientOptions } from './wechat-client.js';
export type { WeChatSession } from './api/code-to-session.js';
export type { SentMessage, SubscribeMessage } from './api/send-subscribe-message.js';
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
  SubscribeChangeEvent,
  SubscribePopupEvent,
  SubscribeSentEvent,
  UnknownPush,
  WeChatEvent,
} from './callback/wechat-event.js';
