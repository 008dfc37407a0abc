import type { RefusalCode } from '../refusal-messages.js';
import { TabularFileError } from '../tabular-file.error.js';
import { readXmlPart } from './xml-stream.js';
import type { ZipPackage } from './zip-package.js';

const CONTENT_TYPES = '[content_types].xml';

/** Parts that betray what a ZIP really is, in the order in which they count. */
const TELLTALES: readonly [part: RegExp, code: RefusalCode][] = [
  [/(?:^|\/)vbaproject\.bin$/, 'file.macro'],
  [/^xl\/macrosheets\//, 'file.macro'],
  [/^xl\/workbook\.bin$/, 'file.xlsb'],
  [/^(?:word|ppt)\//, 'file.office_document'],
  [/^content\.xml$/, 'file.open_document'],
];

/**
 * Lets only plain XLSX pass: no macros, no binary workbook, no other kind of document or archive.
 * @throws TabularFileError saying what it is instead
 */
export async function refuseOtherPackages(parts: ZipPackage): Promise<void> {
  const names = parts.names();
  const telltale = TELLTALES.find(([part]) => names.some((name) => part.test(name)));
  if (telltale) throw new TabularFileError(telltale[1]);
  if (!parts.has(CONTENT_TYPES)) throw new TabularFileError('file.zip_not_xlsx');
  // An .xlsm whose macros were taken out still says so in its content type, and Excel treats it as one.
  // Only what is said of single parts counts: some writers declare a default for .bin that names macros.
  await readXmlPart(parts, CONTENT_TYPES, 'Types', {
    open(element, { ContentType: type = '' }) {
      if (element === 'Override' && /macroenabled/i.test(type)) throw new TabularFileError('file.macro');
    },
  });
}
