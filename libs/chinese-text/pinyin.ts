import { createRequire } from 'node:module';
import type * as PinyinPro from 'pinyin-pro';
import type { TextUnit } from './text-units.js';

let loaded: typeof PinyinPro | undefined;

/** Loaded when a sound is first asked for: its dictionaries take 20 MB and much of a second, and many threads need none. */
function pinyinPro(): typeof PinyinPro {
  return (loaded ??= createRequire(import.meta.url)('pinyin-pro') as typeof PinyinPro);
}

/** How a character can be read, likeliest first, without tones: 长 → chang, zhang. */
const readingsOf = new Map<string, readonly string[]>();
/** How the middle one of three characters is read, for those that can be read in several ways, by {@link contextKey}. */
const inContext = new Map<string | number, string>();
const MAX_REMEMBERED = 60_000;

const OPTIONS = { toneType: 'none', type: 'array', v: true } as const;

/** Readings of one Han character without tones, likeliest first; the character itself when its sound is unknown. */
export function readingsOfCharacter(character: string): readonly string[] {
  const known = readingsOf.get(character);
  if (known !== undefined) return known;
  const { pinyin, polyphonic } = pinyinPro();
  const usual = pinyin(character, OPTIONS)[0] ?? character;
  const others = (polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? []).map((reading) =>
    reading.replaceAll('ü', 'v'),
  );
  const readings = [...new Set([usual, ...others])];
  if (readingsOf.size >= MAX_REMEMBERED) readingsOf.clear();
  readingsOf.set(character, readings);
  return readings;
}

/**
 * How each unit is read, without tones and with v for ü; empty for a unit that is no Han character. A character with
 * several readings is judged by its neighbours (行业 hangye, 行政 xingzheng).
 */
export function syllablesOf(units: readonly TextUnit[]): string[] {
  return units.map((unit, i) => {
    if (!unit.han) return '';
    const readings = readingsOfCharacter(unit.text);
    if (readings.length === 1) return readings[0] ?? '';
    const before = unit.joined ? (units[i - 1]?.text ?? '') : '';
    const next = units[i + 1];
    return readInContext(before, unit.text, next?.joined === true ? next.text : '');
  });
}

/** Three units in one number: putting texts together takes longer than all the rest. Rare characters have two units. */
function contextKey(before: string, character: string, after: string): string | number {
  if (before.length > 1 || character.length > 1 || after.length > 1) return `${before} ${character} ${after}`;
  return (unitOf(before) * UNITS + unitOf(character)) * UNITS + unitOf(after);
}

const UNITS = 0x10000;
const unitOf = (character: string): number => (character === '' ? 0 : character.charCodeAt(0));

function readInContext(before: string, character: string, after: string): string {
  const key = contextKey(before, character, after);
  const known = inContext.get(key);
  if (known !== undefined) return known;
  const read = pinyinPro().pinyin(before + character + after, OPTIONS)[before === '' ? 0 : 1] ?? character;
  if (inContext.size >= MAX_REMEMBERED) inContext.clear();
  inContext.set(key, read);
  return read;
}
