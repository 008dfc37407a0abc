import { describe, expect, it } from '@jest/globals';
import { read, refusal } from '../testing/read.js';
import { buildWorkbook, textRow, workbookParts } from '../testing/workbook.builder.js';
import { buildZip } from '../testing/zip.builder.js';

const SHEETS = [{ name: '表', rows: textRow(1, ['甲']) + textRow(2, ['1']) }];

describe('telling what a ZIP is', () => {
  it.each([
    ['xl/vbaProject.bin', 'file.macro'],
    ['xl/macrosheets/sheet1.xml', 'file.macro'],
    ['xl/workbook.bin', 'file.xlsb'],
    ['word/document.xml', 'file.office_document'],
    ['ppt/presentation.xml', 'file.office_document'],
    ['content.xml', 'file.open_document'],
  ])('refuses a package with %s as %s', async (name, code) => {
    const zip = buildZip([...workbookParts({ sheets: SHEETS }), { name, data: 'x' }]);
    expect(await refusal(read(zip))).toBe(code);
  });

  it('refuses an .xlsm by its content type even when its macros are gone', async () => {
    const contentType = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
    expect(await refusal(read(buildWorkbook({ sheets: SHEETS, contentType })))).toBe('file.macro');
  });

  it('refuses other archives, also empty ones', async () => {
    expect(await refusal(read(buildZip([{ name: '政策.csv', data: 'a,b' }])))).toBe('file.zip_not_xlsx');
    expect(await refusal(read(buildZip([])))).toBe('file.zip_not_xlsx');
  });

  it('takes an XLSX under any name', async () => {
    expect((await read(buildWorkbook({ sheets: SHEETS }), 'list.csv')).format).toBe('xlsx');
  });
});
