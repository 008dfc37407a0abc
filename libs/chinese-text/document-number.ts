/**
 * How a document number (文号) is written:
 * - numbered: 鄂政办发〔2020〕5号. Elements and brackets as in 党政机关公文格式 GB/T 9704-2012, 7.2.5.
 * - announcement: 财政部 税务总局公告2023年第12号, numbered by year with 第.
 * - order: 山西省人民政府令第304号, numbered without a year.
 */
export type DocumentNumberStyle = 'numbered' | 'announcement' | 'order';

/** A document number taken apart. */
export interface DocumentNumber {
  readonly style: DocumentNumberStyle;
  /** What stands before the year or 第, for example 鄂政办发. Joint agencies are parted by one blank. */
  readonly agency: string;
  /** Null for an order. */
  readonly year: number | null;
  readonly serial: number;
  /** Equal for all spellings of the same number: `鄂政办发2020-5`, `山西省人民政府令-304`. */
  readonly key: string;
  /** The official spelling, for people. */
  readonly canonical: string;
}

/** The key that all spellings of a number share; blanks and 、 between joint agencies do not count. */
export function documentNumberKey(agency: string, year: number | null, serial: number): string {
  return `${agency.replace(/[\s、,]/gu, '')}${year ?? ''}-${serial}`;
}

/** Puts the parts together, the key and the official spelling with them. */
export function documentNumberOf(
  style: DocumentNumberStyle,
  agency: string,
  year: number | null,
  serial: number,
): DocumentNumber {
  const dated = year === null ? '' : style === 'numbered' ? `〔${year}〕` : `${year}年`;
  const canonical = `${agency}${dated}${style === 'numbered' ? '' : '第'}${serial}号`;
  return { style, agency, year, serial, key: documentNumberKey(agency, year, serial), canonical };
}
