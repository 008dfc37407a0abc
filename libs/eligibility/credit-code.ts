const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * The check character of the first 17 characters of a unified social credit code (统一社会信用代码):
 * 31 − Σ value × 3^i mod 31, and 0 for 31. Source: GB 32100-2015, 4.6 and annex A.
 */
export function creditCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const symbol of first17) {
    sum += SYMBOLS.indexOf(symbol) * weight;
    weight = (weight * 3) % 31;
  }
  return SYMBOLS[(31 - (sum % 31)) % 31] ?? '';
}

/** Whether a text is a unified social credit code with the right check character. */
export const isCreditCode = (text: string): boolean =>
  FORM.test(text) && creditCheckCharacter(text.slice(0, 17)) === text[17];
