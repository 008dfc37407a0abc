/**
 * Turns full-width letters, digits, signs and the ideographic space (U+FF01–FF5E, U+3000) into ASCII.
 * Chinese punctuation outside that block (。、《》) stays.
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
