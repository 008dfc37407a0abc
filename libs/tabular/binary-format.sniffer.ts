import type { RefusalCode } from './refusal-messages.js';
import { TabularFileError } from './tabular-file.error.js';

/** Compound File Binary: old Office files, and the wrapper of encrypted new ones ([MS-CFB] 2.2). */
const COMPOUND_FILE = 'd0cf11e0a1b11ae1';
/** A BIFF2–4 worksheet that stands without a compound file around it: record BOF, versions 0, 2, 4. */
const BARE_BIFF = ['09000400', '09020600', '09040600'];

const MAGICS: readonly [magic: string, code: RefusalCode][] = [
  [Buffer.from('%PDF').toString('hex'), 'file.pdf'],
  ['89504e47', 'file.image_or_archive'],
  ['ffd8ff', 'file.image_or_archive'],
  [Buffer.from('GIF8').toString('hex'), 'file.image_or_archive'],
  [Buffer.from('Rar!').toString('hex'), 'file.image_or_archive'],
  ['377abcaf271c', 'file.image_or_archive'],
  ['1f8b', 'file.image_or_archive'],
  ['425a68', 'file.image_or_archive'],
  ['7f454c46', 'file.image_or_archive'],
  ['4d5a90', 'file.image_or_archive'],
  ...BARE_BIFF.map((magic): [string, RefusalCode] => [magic, 'file.legacy_xls']),
];

/**
 * Tells by the first bytes, whatever the file is called, whether this is a ZIP (perhaps XLSX) or may be text.
 * @throws TabularFileError for the formats that people mistake for tables, each with its own code
 */
export function sniffBinaryFormat(bytes: Buffer): 'zip' | 'text' {
  const head = bytes.subarray(0, 8).toString('hex');
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return 'zip';
  if (head.startsWith(COMPOUND_FILE)) throw new TabularFileError(compoundFileCode(bytes));
  const known = MAGICS.find(([magic]) => head.startsWith(magic));
  if (known) throw new TabularFileError(known[1]);
  return 'text';
}

/** The stream names stand in the directory of the compound file as UTF-16LE. */
function compoundFileCode(bytes: Buffer): RefusalCode {
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'file.encrypted';
  return has('WordDocument') || has('PowerPoint Document') ? 'file.office_document' : 'file.legacy_xls';
}
