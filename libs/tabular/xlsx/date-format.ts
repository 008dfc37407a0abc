/**
 * Built-in number formats that show a date: 14–22 and 45–47 everywhere, 27–36 and 50–58 in Chinese, Japanese
 * and Korean Excel (ECMA-376 part 1, 18.8.30).
 */
export function isBuiltInDateFormat(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Literal text, escaped, padding and repeated characters, and [colour], [condition], [$locale] brackets. */
const NOT_PLACEHOLDERS = /"[^"]*"|\\.|[_*].|\[[^\]]*\]/gs;

/** Whether a custom format code shows a date or time: a year, month, day, hour or second placeholder. */
export function isDateFormatCode(code: string): boolean {
  const placeholders = code.replace(NOT_PLACEHOLDERS, '');
  return !/general/i.test(placeholders) && /[ymdhs]/i.test(placeholders);
}
