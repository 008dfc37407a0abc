import { WeChatError } from '../wechat-error.js';
import type { AuthorisedApi } from './authorised-api.js';
import { sentMessage, type SentMessage, wrapped } from './sent-message.js';

const PATH = '/cgi-bin/message/template/send';

/** An official account's template message (模板消息) to a follower. */
export interface TemplateMessage {
  /** Of the official account, not of the mini program. */
  openId: string;
  templateId: string;
  /** Web page that the card opens. */
  url?: string;
  /** Page of a linked mini program that it opens instead, where the follower's WeChat can. */
  miniProgram?: { appId: string; pagePath: string };
  /** WeChat accepts one message with the same openid and number within ten minutes; at most 32 characters. */
  clientMessageId?: string;
  /** Values by the template's keys; within WeChat's limits (see `fitTemplateData`). */
  data: Readonly<Record<string, string>>;
}

/**
 * Sends a template message. With a `clientMessageId` a call whose outcome is unknown is repeated once, at once: WeChat
 * knows the number for ten minutes, so nobody is told twice.
 *
 * @throws WeChatError `consent_gone` where the person does not follow (43004) or refuses (43101, 43019, 48002);
 *   `unknown_outcome` when the message may have been accepted and could not be repeated safely or in vain
 */
export async function sendTemplateMessage(
  api: AuthorisedApi,
  message: TemplateMessage,
): Promise<SentMessage> {
  const { openId, templateId, url, miniProgram, clientMessageId, data } = message;
  const body = {
    touser: openId,
    template_id: templateId,
    ...(url === undefined ? {} : { url }),
    ...(miniProgram && { miniprogram: { appid: miniProgram.appId, pagepath: miniProgram.pagePath } }),
    ...(clientMessageId === undefined ? {} : { client_msg_id: clientMessageId }),
    data: wrapped(data),
  };
  try {
    return sentMessage(PATH, await api.post(PATH, body));
  } catch (error) {
    const unknown = error instanceof WeChatError && error.kind === 'unknown_outcome';
    if (!unknown || clientMessageId === undefined) throw error;
    return repeat(api, body, error);
  }
}

/** A refusal of the repetition says nothing of the first call: then its outcome stays unknown. */
async function repeat(api: AuthorisedApi, body: object, first: WeChatError): Promise<SentMessage> {
  try {
    return sentMessage(PATH, await api.post(PATH, body));
  } catch {
    throw first;
  }
}
