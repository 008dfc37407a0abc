import { Converter } from 'opencc-js/t2cn';

/** Written alike in simplified names (乾县) and as the traditional form of another character (乾燥): left alone. */
const AMBIGUOUS = new Set('乾');

const convert = Converter({ from: 't', to: 'cn' });

/** The simplified form of one character (繁体字转简体字), itself when it has none. */
export function simplifyCharacter(character: string): string {
  return AMBIGUOUS.has(character) ? character : convert(character);
}
