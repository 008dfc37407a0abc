/** Takes the room of two Latin letters: East Asian scripts and punctuation, full-width forms, emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026\p{Emoji_Presentation}]/u;
/** Broad Latin letters: in a proportional font W takes nearly as much as a Chinese character. */
const BROAD = /[A-Zmw@%&]/;
const NOTHING = /^[\p{M}\p{Cf}\p{Cc}]*$/u;

/**
 * How much room one character (grapheme) takes, in cells. A cell is half the font size, so a Chinese character is 2.
 * Rather too much than too little, because the font is not known.
 */
export function displayWidth(grapheme: string): number {
  if (NOTHING.test(grapheme)) return 0;
  if (WIDE.test(grapheme)) return 2;
  return BROAD.test(grapheme) ? 1.7 : 1.2;
}
