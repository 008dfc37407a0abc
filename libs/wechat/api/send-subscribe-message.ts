import type { AuthorisedApi } from './authorised-api.js';
import { sentMessage, type SentMessage, wrapped } from './sent-message.js';

const PATH = '/cgi-bin/message/subscribe/send';

/** A mini program's subscribe message (订阅消息). */
export interface SubscribeMessage {
  openId: string;
  templateId: string;
  /** Page of the mini program that the card opens, such as `pages/clause/index?code=x`; absent: it opens nothing. */
  page?: string;
  /** Values by the template's keys, such as `thing1`; within WeChat's limits (see `fitTemplateData`). */
  data: Readonly<Record<string, string>>;
  /** Which release of the mini program the card opens; WeChat takes `formal` when absent. */
  state?: 'developer' | 'trial' | 'formal';
}

/**
 * subscribeMessage.send: uses up one consent of a one-time template.
 *
 * @throws WeChatError `consent_gone` on 43101; `unknown_outcome` when the message may have been accepted
 */
export async function sendSubscribeMessage(
  api: AuthorisedApi,
  message: SubscribeMessage,
): Promise<SentMessage> {
  const { openId, templateId, page, data, state } = message;
  const answer = await api.post(PATH, {
    touser: openId,
    template_id: templateId,
    ...(page === undefined ? {} : { page }),
    ...(state === undefined ? {} : { miniprogram_state: state }),
    data: wrapped(data),
  });
  return sentMessage(PATH, answer);
}
