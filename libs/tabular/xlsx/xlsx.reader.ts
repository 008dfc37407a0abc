import type { ReadContext } from '../read-context.js';
import { TableBuilder } from '../table-builder.js';
import type { TableSheet } from '../table.types.js';
import type { CellContext } from './cell-value.js';
import { refuseOtherPackages } from './package-kind.js';
import { readSharedStrings } from './shared-strings.reader.js';
import { readDateStyles } from './styles.reader.js';
import { readWorkbook, type SheetReference } from './workbook.reader.js';
import { WorksheetHandler } from './worksheet.handler.js';
import { readXmlPart } from './xml-stream.js';
import { openZipPackage } from './zip-package.opener.js';
import type { ZipPackage } from './zip-package.js';

export interface XlsxContent {
  date1904: boolean;
  hiddenSheets: string[];
  sheets: TableSheet[];
}

/**
 * Reads the visible sheets of an XLSX file. Streams: memory holds the texts and the rows, never the XML, and
 * other work gets its turn between pieces of 64 KiB.
 * @throws TabularFileError for everything that is no plain, whole XLSX within the limits
 */
export async function readXlsx(bytes: Buffer, context: ReadContext): Promise<XlsxContent> {
  const parts = await openZipPackage(bytes, context.limits);
  await refuseOtherPackages(parts);
  const { date1904, sheets, sharedStringsPart, stylesPart } = await readWorkbook(parts);
  const cells: CellContext = {
    date1904,
    sharedStrings: await readSharedStrings(parts, sharedStringsPart, context.limits.maxCellLength),
    dateStyles: await readDateStyles(parts, stylesPart),
  };
  const content: XlsxContent = { date1904, hiddenSheets: [], sheets: [] };
  for (const sheet of sheets) {
    if (sheet.hidden) content.hiddenSheets.push(sheet.name);
    else content.sheets.push(await readSheet(parts, sheet, cells, context));
  }
  return content;
}

async function readSheet(
  parts: ZipPackage,
  sheet: SheetReference,
  cells: CellContext,
  context: ReadContext,
): Promise<TableSheet> {
  const builder = new TableBuilder(sheet.name, context);
  const handler = new WorksheetHandler(cells, context.limits.maxCellLength, (row, values) =>
    builder.addRow(row, values),
  );
  await readXmlPart(parts, sheet.part, 'worksheet', handler);
  return builder.finish(handler.merged);
}
