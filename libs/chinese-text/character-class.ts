/** What a UTF-16 unit can be a part of. */
export const enum CharacterClass {
  Unknown = 0,
  /** Punctuation, symbols, controls. */
  Other = 1,
  Blank = 2,
  Han = 3,
  /** Letters and digits of other scripts. */
  Word = 4,
  /** Marks that go on with a word. */
  Mark = 5,
  /** First half of a pair of surrogates: the whole code point decides. */
  Surrogate = 6,
}

const HAN = /^\p{Script=Han}/u;
const LETTER = /^[\p{L}\p{N}]/u;
const MARK = /^\p{M}/u;

const known = new Uint8Array(65_536);

function classify(character: string): CharacterClass {
  if (character === ' ') return CharacterClass.Blank;
  if (HAN.test(character)) return CharacterClass.Han;
  if (LETTER.test(character)) return CharacterClass.Word;
  return MARK.test(character) ? CharacterClass.Mark : CharacterClass.Other;
}

/** Class of one UTF-16 unit, remembered: building an index asks this for every character of every text. */
export function classOfUnit(unit: number): CharacterClass {
  const remembered = known[unit];
  if (remembered) return remembered;
  const surrogate = unit >= 0xd800 && unit <= 0xdbff;
  const found = surrogate ? CharacterClass.Surrogate : classify(String.fromCharCode(unit));
  known[unit] = found;
  return found;
}

/** Class of a code point outside the basic plane. */
export function classOfPair(pair: string): CharacterClass {
  return classify(pair);
}
