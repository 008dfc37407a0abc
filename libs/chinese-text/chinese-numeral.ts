const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/**
 * Reads a whole number below 10,000, in figures (`76`) or in Chinese: by place (七十六, 一百零五) or digit by digit
 * (七六, 二〇二三).
 * @returns null when the text is no such number
 */
export function parseNumeral(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (!/^[零〇一二两三四五六七八九十百千]{1,9}$/.test(text)) return null;
  if (!/[十百千]/.test(text)) return Number(Array.from(text, (digit) => DIGITS[digit] ?? 0).join(''));
  let total = 0;
  let digit: number | null = null;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      digit = DIGITS[character] ?? 0;
    } else {
      total += (digit === null || digit === 0 ? 1 : digit) * unit;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}
