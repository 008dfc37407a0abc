import { buildZip, type ZipEntrySpec } from './zip.builder.js';

export interface SheetSpec {
  name: string;
  /** Content of `sheetData`. */
  rows: string;
  /** Elements behind `sheetData`. */
  after?: string;
  state?: string;
}

export interface WorkbookSpec {
  sheets: SheetSpec[];
  /** Content of `sst`. */
  strings?: string;
  /** Content of `styleSheet`. */
  styles?: string;
  date1904?: boolean;
  /** Namespace prefix with colon for the elements of sheets. */
  prefix?: string;
  /** Content type of the workbook part. */
  contentType?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The parts of a small workbook, whose sheets are given as raw XML, so that specs can be exact about it. */
export function workbookParts(spec: WorkbookSpec): ZipEntrySpec[] {
  const relations: [id: string, type: string, target: string][] = spec.sheets.map((_, index) => [
    `rId${index + 1}`,
    'worksheet',
    `worksheets/sheet${index + 1}.xml`,
  ]);
  relations.push(['rIdS', 'sharedStrings', '/xl/sharedStrings.xml'], ['rIdF', 'styles', 'styles.xml']);
  return [
    { name: '[Content_Types].xml', data: contentTypes(spec.contentType ?? WORKBOOK_TYPE) },
    { name: '_rels/.rels', data: relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', data: workbook(spec) },
    { name: 'xl/_rels/workbook.xml.rels', data: relationships(relations) },
    { name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${spec.strings ?? ''}</sst>` },
    { name: 'xl/styles.xml', data: `<styleSheet xmlns="${MAIN}">${spec.styles ?? ''}</styleSheet>` },
    ...spec.sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: worksheet(sheet, spec.prefix ?? ''),
    })),
  ];
}

export function buildWorkbook(spec: WorkbookSpec): Buffer {
  return buildZip(workbookParts(spec));
}

/** A row of inline texts; null leaves the cell out. */
export function textRow(row: number, texts: readonly (string | null)[]): string {
  const cells = texts.map((text, index) => {
    const ref = `${String.fromCharCode(65 + index)}${row}`;
    return text === null ? '' : `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}

function worksheet({ rows, after = '' }: SheetSpec, p: string): string {
  const xmlns = p === '' ? `xmlns="${MAIN}"` : `xmlns:${p.slice(0, -1)}="${MAIN}"`;
  return `<?xml version="1.0"?><${p}worksheet ${xmlns}><${p}sheetData>${rows}</${p}sheetData>${after}</${p}worksheet>`;
}

function workbook({ sheets, date1904 }: WorkbookSpec): string {
  const elements = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '';
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}">${properties}<sheets>${elements.join('')}</sheets></workbook>`;
}

function relationships(list: readonly [id: string, type: string, target: string][]): string {
  const elements = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${OFFICE_RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONS}">${elements.join('')}</Relationships>`;
}

function contentTypes(workbookType: string): string {
  const defaults =
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>';
  return `<Types>${defaults}<Override PartName="/xl/workbook.xml" ContentType="${workbookType}"/></Types>`;
}
