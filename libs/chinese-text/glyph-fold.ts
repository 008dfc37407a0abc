/**
 * Glyphs that differ in shape but mean the same in Chinese office text, folded to one spelling.
 * NFKC already unifies full-width forms, compatibility ideographs and Kangxi radicals; this is what it leaves.
 */
const FOLDS: readonly (readonly [from: string, to: string])[] = [
  ['〔【〖〘〚[{', '('],
  ['〕】〗〙〛]}', ')'],
  ["“”„‟‘’‚‛「」『』«»‹›`´′″'", '"'],
  ['‐‑‒–—―−', '-'],
  ['·•‧・∙', '·'],
  ['〈', '《'],
  ['〉', '》'],
];

const FOLDED = new Map(FOLDS.flatMap(([from, to]) => [...from].map((glyph) => [glyph, to] as const)));

/** The common spelling of one character, itself when there is none. */
export function foldGlyph(glyph: string): string {
  return FOLDED.get(glyph) ?? glyph;
}

/**
 * Characters nobody sees: control and format characters (zero-width space, byte-order mark, soft hyphen, direction
 * marks) and variation selectors, but not tabs and line breaks. Web pages scatter them through document numbers.
 */
export const INVISIBLE = /(?![\t-\r])[\p{Cc}\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu;
