import { cutText, withoutControls } from './cut-text.js';

/** WeChat refuses empty values; for words this says so, for numbers and dates nothing may be invented. */
const NOTHING = '无';

const DIGITS = 32;

/**
 * Limits of each keyword type (developers.weixin.qq.com, subscribe message, 参数值限制说明). Words are cut; what
 * a cut would make untrue (amount, date, telephone and plate numbers) is only cleaned: WeChat then refuses it
 * with 47003, which is better than telling somebody a wrong amount.
 */
const FITS: Readonly<Record<string, (value: string) => string>> = {
  thing: (value) => cutText(value, 20, '…') || NOTHING,
  name: (value) => cutText(value, /\p{Script=Han}/u.test(value) ? 10 : 20) || NOTHING,
  phrase: (value) => cutText(value.replace(/\P{Script=Han}/gu, ''), 5) || NOTHING,
  letter: (value) => cutText(value.replace(/[^A-Za-z]/g, ''), 32),
  symbol: (value) => cutText(value.replace(/[\p{L}\p{N}\s]/gu, ''), 5),
  character_string: (value) => cutText(value.replace(/[^\x20-\x7e]/g, '').trim(), 32),
  number: (value) => fitNumber(value.replace(/[,，\s]/g, '')),
  amount: (value) => value.replace(/[,，\s]/g, ''),
  phone_number: (value) => firstPhone(value),
  car_number: (value) => value.replace(/\s/g, ''),
  time: (value) => value,
  date: (value) => value,
  enum: (value) => value,
};

/**
 * One value within the limits of its type.
 *
 * @param key the template's key: a type and a number, such as `thing1` or `character_string2`
 * @returns the value without control characters, cut where its type may be cut; an unknown type is only cleaned
 */
export function fitTemplateValue(key: string, value: string): string {
  const clean = withoutControls(value);
  const type = key.replace(/\d+$/, '');
  const fit = Object.hasOwn(FITS, type) ? FITS[type] : undefined;
  return fit === undefined ? clean : fit(clean);
}

/** All values of a message within their limits; see `fitTemplateValue`. */
export function fitTemplateData(data: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, fitTemplateValue(key, value)]));
}

/** Too many decimals are dropped; a whole number is left as it is, however long. */
function fitNumber(value: string): string {
  const match = /^(-?\d+)\.(\d+)$/.exec(value);
  if (match === null || value.length <= DIGITS) return value;
  const [, whole = '', decimals = ''] = match;
  const room = DIGITS - whole.length - 1;
  return room > 0 ? `${whole}.${decimals.slice(0, room)}` : whole;
}

/** The first of several numbers; an extension (转) is written with a hyphen. */
function firstPhone(value: string): string {
  const [first = ''] = value.split(/[、，,；;/]/);
  return first.replace(/\s*转\s*/g, '-').replace(/[^\d+\-()*#]/g, '');
}
