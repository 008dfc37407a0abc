import { describe, expect, it } from '@jest/globals';
import { DEFAULT_READ_LIMITS } from '../read-limits.js';
import { cellsOf, firstSheet, read } from '../testing/read.js';
import { openZipPackage } from '../xlsx/zip-package.opener.js';
import { writeXlsx } from './write-xlsx.js';

async function sheetXml(workbook: Buffer, part = 'xl/worksheets/sheet1.xml'): Promise<string> {
  const parts = await openZipPackage(workbook, DEFAULT_READ_LIMITS);
  const pieces: Buffer[] = [];
  for await (const piece of parts.read(part)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('writeXlsx', () => {
  it('writes what readTable reads back', async () => {
    const day = new Date('2024-01-05T00:00:00Z');
    const rows = [
      { 编码: '007', 名称: '甲 & <乙>\n"丙"', 金额: 12.5, 日期: day, 公开: true },
      { 编码: '008', 名称: null, 金额: undefined, 日期: null, 公开: '', 多余: 'x' },
    ];
    const columns = ['编码', '名称', '金额', '日期', '公开'].map((header) => ({ header }));
    const file = await read(await writeXlsx({ sheets: [{ name: '条款', columns, rows }] }));
    expect(file.faults).toEqual([]);
    expect(firstSheet(file).name).toBe('条款');
    expect(cellsOf(firstSheet(file))).toEqual([
      rows[0],
      { 编码: '008', 名称: null, 金额: null, 日期: null, 公开: null },
    ]);
  });

  it('offers lists from a hidden sheet, whatever their length and signs', async () => {
    const values = Array.from({ length: 116 }, (_, at) => `主题,"${at}"`);
    const workbook = await writeXlsx({
      sheets: [
        {
          name: '条款',
          columns: [{ header: '编码' }, { header: '主题', note: '可多选，每行一个' }],
          rows: [],
          listValidations: [{ header: '主题', values, allowOther: true }],
        },
      ],
    });
    const xml = await sheetXml(workbook);
    expect(xml).toContain("<formula1>'选项'!$A$1:$A$116</formula1>");
    expect(xml).toMatch(/<dataValidation [^>]*type="list"[^>]*showErrorMessage="0"[^>]*sqref="B2:B1048576"/);
    expect(xml).toContain('prompt="可多选，每行一个"');
    expect((await read(workbook)).hiddenSheets).toEqual(['选项']);
    expect(await sheetXml(workbook, 'xl/sharedStrings.xml')).toContain('主题,"115"');
  });

  it('keeps notes within what Excel opens, and puts them before the page set-up', async () => {
    const note = `<${'说'.repeat(300)}`;
    const xml = await sheetXml(
      await writeXlsx({ sheets: [{ name: '表', columns: [{ header: '甲', note }], rows: [] }] }),
    );
    expect(/prompt="&lt;([^"]*)"/.exec(xml)?.[1]).toHaveLength(254);
    expect(xml.indexOf('</sheetData>')).toBeLessThan(xml.indexOf('<dataValidations'));
  });

  it('escapes formulas when asked and only then', async () => {
    const sheets = [{ name: '表', columns: [{ header: '甲' }], rows: [{ 甲: '=1+1' }, { 甲: -5 }] }];
    expect(cellsOf(firstSheet(await read(await writeXlsx({ sheets, escapeFormulas: true }))))).toEqual([
      { 甲: "'=1+1" },
      { 甲: -5 },
    ]);
    expect(cellsOf(firstSheet(await read(await writeXlsx({ sheets }))))[0]).toEqual({ 甲: '=1+1' });
  });
});
