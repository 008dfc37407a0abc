import { parseNumeral } from './chinese-numeral.js';
import { documentNumberKey, documentNumberOf, type DocumentNumber } from './document-number.js';
import { DOCUMENT_NUMBER_PATTERNS, type DocumentNumberPattern } from './document-number-patterns.js';
import { normalizeText, normalizeWithOffsets, originalRange, type TextRange } from './normalize.js';

/** A document number with the range of the original text it stands in. */
export interface FoundDocumentNumber extends DocumentNumber, TextRange {}

/** What runs into a document number in a sentence (根据国发〔2020〕5号) and is no part of an agency's name. */
const LEAD_IN =
  /^.*(?:根据|按照|依据|依照|参照|执行|落实|贯彻|详见|转发|印发|以及|废止|文号|字号|文件|的(?:通知|批复|意见|决定|函)?)(?=..)/u;

/** 鄂 政 办 发〔2020〕5号: one agency, its characters set apart. */
const SPACED_OUT = /^\p{Script=Han}(?: \p{Script=Han})+ ?\(/u;

/** Stands in the working text where a number was found already, so that no other spelling reads into it. */
const TAKEN = '\0';

/** How many places of a long run of characters are tried as the beginning of an agency's name. */
const MAX_AGENCY_STARTS = 40;

const compiled = DOCUMENT_NUMBER_PATTERNS.map((pattern) => ({
  ...pattern,
  whole: new RegExp(`^(?:(?:发文)?[文字]号 ?: ?)?${pattern.source}$`, 'u'),
  anywhere: new RegExp(pattern.source, 'gu'),
}));

/** The words before the agency's name that its run of characters took in. */
function leadInOf(match: RegExpExecArray): string {
  const agency = match.groups?.['agency'] ?? '';
  const before = match.input[match.index - 1] ?? '';
  const leftover = before === TAKEN ? /^[和与及或]/u : /\d/.test(before) ? /^[年月日]/u : LEAD_IN;
  return (LEAD_IN.exec(agency) ?? leftover.exec(agency))?.[0] ?? '';
}

function readMatch(pattern: DocumentNumberPattern, match: RegExpExecArray): DocumentNumber | null {
  const { agency = '', year, serial, serial2 } = match.groups ?? {};
  const number = parseNumeral(serial ?? serial2 ?? '');
  if (number === null) return null;
  const name = agency.slice(leadInOf(match).length).replace(/[ 、,]+/gu, ' ');
  return documentNumberOf(pattern.style, name, year === undefined ? null : Number(year), number);
}

/**
 * Reads a text that is nothing but a document number, however its brackets, digits, blanks and 号 are written.
 * Also reads back a key.
 * @returns null when the text is anything else
 */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const normalized = normalizeText(text);
  const tight = SPACED_OUT.test(normalized) ? normalized.replaceAll(' ', '') : normalized;
  for (const pattern of compiled) {
    const match = pattern.whole.exec(pattern.style === 'numbered' ? tight : normalized);
    if (match !== null) return readMatch(pattern, match);
  }
  return null;
}

/**
 * All document numbers in a text, in reading order, not overlapping.
 * @param lenient also take what people type: 豫政 2017 38, 川府发201423号, 某通知第5号
 */
export function findDocumentNumbers(text: string, { lenient = false } = {}): FoundDocumentNumber[] {
  const normalized = normalizeWithOffsets(text);
  let free = normalized.text;
  const found: FoundDocumentNumber[] = [];
  for (const pattern of compiled) {
    if (pattern.certainty === 'lenient' && !lenient) continue;
    for (const match of free.matchAll(pattern.anywhere)) {
      const number = readMatch(pattern, match);
      if (number === null) continue;
      const from = match.index + leadInOf(match).length;
      const to = match.index + match[0].length;
      found.push({ ...number, ...originalRange(normalized, from, to) });
      free = free.slice(0, from) + TAKEN.repeat(to - from) + free.slice(to);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * For every number in a search query the keys it may be known under, likeliest first. Where words run into the agency's
 * name (的事沪府发〔2009〕40号) only the index can tell where it begins, so every ending of two characters or more is
 * offered.
 */
export function documentNumberKeys(query: string): string[][] {
  const whole = parseDocumentNumber(query);
  const numbers = whole === null ? findDocumentNumbers(query, { lenient: true }) : [whole];
  return numbers.map(({ agency, year, serial }) => {
    const characters = Array.from(agency.replaceAll(' ', ''));
    const ends = Math.max(1, characters.length - 1);
    const first = Math.max(0, ends - MAX_AGENCY_STARTS);
    return Array.from({ length: ends - first }, (_, i) =>
      documentNumberKey(characters.slice(first + i).join(''), year, serial),
    );
  });
}
