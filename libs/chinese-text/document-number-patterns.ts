import type { DocumentNumberStyle } from './document-number.js';

/** One spelling of a document number, over normalized text. Named groups: agency, serial and, unless an order, year. */
export interface DocumentNumberPattern {
  readonly style: DocumentNumberStyle;
  /** Source of the expression, flags `u`. */
  readonly source: string;
  /**
   * `plain`: so distinct that it is a document number wherever it stands in running text.
   * `lenient`: what people type into a search box (豫政 2017 38); in running text it may be something else.
   */
  readonly certainty: 'plain' | 'lenient';
}

const HAN = String.raw`\p{Script=Han}`;
const YEAR = String.raw`(?<year>19[4-9]\d|20\d\d)`;
const FIGURES = String.raw`(?<serial>\d{1,5})`;
const NUMERAL = String.raw`(?<serial>\d{1,5}|[零〇一二三四五六七八九十百千]{1,9})`;
const END = '[号號]';
/** Short names of agencies and document series, written without a gap: 鄂政办发. */
const SERIES = `(?<agency>${HAN}{2,24})`;
/** Agencies written out, several of them parted by blanks or 、. */
const AGENCIES = `(?<agency>${HAN}{2,30}(?:[ 、,]{1,2}${HAN}{2,30}){0,8})`;
/** Words that announcements and orders end in, or agencies that number theirs without such a word. */
const ANNOUNCING = '(?<=公告|通告|公报|令|通知|决定|发布|部|委|局|署|总会)';

/** Tried in this order: the more explicit spelling first. */
export const DOCUMENT_NUMBER_PATTERNS: readonly DocumentNumberPattern[] = [
  {
    style: 'numbered',
    certainty: 'plain',
    source: `${SERIES} ?\\( ?${YEAR} ?年? ?\\) ?第? ?${FIGURES}(?!\\d)(?: ?${END})?`,
  },
  {
    style: 'announcement',
    certainty: 'plain',
    source: `${AGENCIES}${ANNOUNCING} ?\\(? ?${YEAR} ?年? ?\\)? ?第 ?${NUMERAL} ?${END}`,
  },
  { style: 'order', certainty: 'plain', source: `${AGENCIES}(?<=令|公告|通告) ?第 ?${NUMERAL} ?${END}` },
  {
    style: 'announcement',
    certainty: 'lenient',
    source: `${AGENCIES} ?${YEAR} ?年 ?第? ?${NUMERAL} ?${END}`,
  },
  {
    style: 'numbered',
    certainty: 'lenient',
    source: `${SERIES} ?${YEAR}(?:[ /-]{1,3}第?${FIGURES}(?!\\d)(?: ?${END})?|第?(?<serial2>\\d{1,5}) ?${END})`,
  },
  { style: 'order', certainty: 'lenient', source: `${AGENCIES} ?第 ?${NUMERAL} ?${END}` },
  { style: 'order', certainty: 'lenient', source: `${AGENCIES}(?<=令)-${FIGURES}(?!\\d)` },
];
