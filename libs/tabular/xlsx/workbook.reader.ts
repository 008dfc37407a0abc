import { TabularFileError } from '../tabular-file.error.js';
import { readRelationships, type Relationship } from './relationships.reader.js';
import { attribute, isTrue, readXmlPart } from './xml-stream.js';
import type { ZipPackage } from './zip-package.js';

export interface SheetReference {
  name: string;
  hidden: boolean;
  /** Part name of the worksheet. */
  part: string;
}

export interface Workbook {
  date1904: boolean;
  /** Worksheets in the order of their tabs; chart sheets and the like are left out. */
  sheets: SheetReference[];
  sharedStringsPart: string | undefined;
  stylesPart: string | undefined;
}

/** Finds the workbook part through the relationships and reads which sheets it has. */
export async function readWorkbook(parts: ZipPackage): Promise<Workbook> {
  const workbookPart = (await readRelationships(parts, '')).find(
    ({ type }) => type === 'officeDocument',
  )?.target;
  if (!workbookPart || !parts.has(workbookPart)) throw new TabularFileError('file.zip_not_xlsx');
  const related = await readRelationships(parts, workbookPart);
  const byType = (type: string): string | undefined => related.find((one) => one.type === type)?.target;
  const workbook: Workbook = {
    date1904: false,
    sheets: [],
    sharedStringsPart: byType('sharedStrings'),
    stylesPart: byType('styles'),
  };
  await readXmlPart(parts, workbookPart, 'workbook', {
    open(element, attributes) {
      if (element === 'workbookPr') workbook.date1904 = isTrue(attributes['date1904']);
      const part = element === 'sheet' ? worksheetPart(related, attribute(attributes, 'id')) : undefined;
      if (!part) return;
      const { name = '', state = 'visible' } = attributes;
      workbook.sheets.push({ name, hidden: state !== 'visible', part });
    },
  });
  return workbook;
}

function worksheetPart(related: readonly Relationship[], id: string | undefined): string | undefined {
  return related.find((one) => one.id === id && one.type === 'worksheet')?.target;
}
