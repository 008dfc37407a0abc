export type ValueFaultCode =
  | 'date.empty'
  | 'date.invalid'
  | 'date.no_such_day'
  | 'date.incomplete'
  | 'date.short_year'
  | 'date.day_first'
  | 'date.time_zone'
  | 'number.empty'
  | 'number.invalid';

/** A value, or why it is none. `message` is Chinese and says what to write instead. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; code: ValueFaultCode; message: string };

const MESSAGES: Record<ValueFaultCode, string> = {
  'date.empty': '没有填日期。请按 2024-01-05 的样子填写。',
  'date.invalid': '不是日期。请按 2024-01-05 的样子填写。',
  'date.no_such_day': '没有这一天。请核对月份和日期。',
  'date.incomplete': '日期不完整。请写到日，例如 2024-01-05。',
  'date.short_year': '年份请写四位，例如 2024-01-05。',
  'date.day_first': '年份请写在最前面，例如 2024-01-05。',
  'date.time_zone': '带时区的时间可能差一天。请只写日期，例如 2024-01-05。',
  'number.empty': '没有填数字。请填写阿拉伯数字，例如 10000 或 10,000。',
  'number.invalid': '不是数字。请填写阿拉伯数字，例如 10000 或 10,000，单位另填一列。',
};

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function unparsed(code: ValueFaultCode): Parsed<never> {
  return { ok: false, code, message: MESSAGES[code] };
}
