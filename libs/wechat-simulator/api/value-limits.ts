// 参数值限制说明 of the official subscribe-message page. Lengths are UTF-16 code units: the page does not say how
// rare characters and emoji count, and this is the strictest reading.
const DATE = String.raw`(\d{4}年\d{1,2}月(\d{1,2}日)?|\d{1,2}月\d{1,2}日|(\d{4}[-/.])?\d{1,2}[-/.]\d{1,2}|\d{4}[-/.]\d{1,2})`;
const TIME = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const period = (moment: string) => new RegExp(`^${moment}(\\s?~\\s?${moment})?$`);

const matches = (pattern: RegExp) => (value: string) => pattern.test(value);
const han = /\p{Script=Han}/u;

/** Whether a value, which has no control characters and is not empty, suits its type. */
const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => value.length <= 20,
  number: (value) => value.length <= 32 && /^-?\d+(\.\d+)?$/.test(value),
  letter: matches(/^[A-Za-z]{1,32}$/),
  symbol: (value) => value.length <= 5 && !/[\p{L}\p{N}]/u.test(value),
  character_string: (value) => value.length <= 32 && !han.test(value),
  time: matches(period(`(${DATE}\\s?)?${TIME}`)),
  date: matches(period(`${DATE}(\\s?${TIME})?`)),
  amount: matches(/^[¥￥$€£₩]?\d{1,10}(\.\d+)?元?$/),
  phone_number: matches(/^[\d+\-()*#]{1,17}$/),
  car_number: matches(/^(?=.{1,8}$)\p{Script=Han}?[A-Za-z0-9]+\p{Script=Han}?$/u),
  name: (value) => !/\p{N}/u.test(value) && value.length <= (han.test(value) ? 10 : 20),
  phrase: (value) => value.length <= 5 && /^\p{Script=Han}+$/u.test(value),
  enum: (value) => value.length <= 20,
};

/** The value types a template key may have. */
export const VALUE_TYPES: ReadonlySet<string> = new Set(Object.keys(RULES));

/** Whether WeChat would take a value for a key such as `thing1`. */
export function suits(key: string, value: string): boolean {
  return !/\p{Cc}/u.test(value) && RULES[key.replace(/\d+$/, '')]?.(value) === true;
}
