import { isObject } from '../http/read-answer.js';
import { WeChatError } from '../wechat-error.js';
import type { AuthorisedApi } from './authorised-api.js';

const PATH = '/wxa/business/getuserphonenumber';

/** A telephone number that a person gave by WeChat's own button: personal data, never to be logged. */
export interface PhoneNumber {
  /** With the country's code where it is a foreign one. */
  phoneNumber: string;
  /** Without the country's code. */
  purePhoneNumber: string;
  /** `86` for China. */
  countryCode: string;
}

/**
 * Exchanges the code of the mini program's phone-number button (5 minutes, single use; not the code of wx.login).
 *
 * @throws WeChatError `permanent` where the code is wrong, old or used (40029)
 */
export async function getPhoneNumber(api: AuthorisedApi, code: string): Promise<PhoneNumber> {
  const { phone_info: info } = await api.post(PATH, { code }, [code]);
  const { phoneNumber, purePhoneNumber, countryCode } = isObject(info) ? info : {};
  if (typeof phoneNumber !== 'string' || typeof purePhoneNumber !== 'string') {
    throw new WeChatError('unknown_outcome', PATH, 'answer without number');
  }
  return { phoneNumber, purePhoneNumber, countryCode: String(countryCode ?? '') };
}
