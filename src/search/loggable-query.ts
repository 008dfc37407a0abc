import { normalizeText } from '#libs/chinese-text';

/** Longer texts are letters to us rather than searches, and may say who wrote them. */
const MOST_CHARACTERS = 30;
/** Digits in a row, blanks and dashes aside: phone, identity card and account numbers. Document numbers have fewer. */
const PERSONAL_NUMBER = /\d(?:[ -]?\d){6,}/u;

/**
 * The text under which a search may be counted.
 * @returns null when it may hold personal data, or is too short or too long to say what people look for
 */
export function loggableQuery(typed: string): string | null {
  const text = normalizeText(typed);
  const length = Array.from(text).length;
  if (length < 2 || length > MOST_CHARACTERS || text.length > 60) return null;
  if (PERSONAL_NUMBER.test(text) || text.includes('@') || !/[\p{L}\p{N}]/u.test(text)) return null;
  return text;
}
