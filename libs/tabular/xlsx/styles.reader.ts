import { isBuiltInDateFormat, isDateFormatCode } from './date-format.js';
import { readXmlPart } from './xml-stream.js';
import type { ZipPackage } from './zip-package.js';

/** Reads which cell styles (by index) show numbers as dates. */
export async function readDateStyles(parts: ZipPackage, part: string | undefined): Promise<boolean[]> {
  const dateStyles: boolean[] = [];
  if (!part || !parts.has(part)) return dateStyles;
  const custom = new Map<number, boolean>();
  let inCellFormats = false;
  await readXmlPart(parts, part, 'styleSheet', {
    open(element, { numFmtId, formatCode }) {
      const id = Number(numFmtId);
      if (element === 'numFmt') custom.set(id, isDateFormatCode(formatCode ?? ''));
      else if (element === 'cellXfs') inCellFormats = true;
      else if (element === 'xf' && inCellFormats) dateStyles.push(custom.get(id) ?? isBuiltInDateFormat(id));
    },
    close(element) {
      if (element === 'cellXfs') inCellFormats = false;
    },
  });
  return dateStyles;
}
