import { describe, expect, it } from '@jest/globals';
import { cellsOf, faultPlaces, firstSheet, read, refusal } from '../testing/read.js';

describe('reading CSV and TSV', () => {
  it('numbers rows as Excel would, over empty lines and line breaks in quotes', async () => {
    const file = await read('编码,名称\r\na,"第一行\r\n第二行"\r\n\r\nb,"他说""好"""\r\n', '清单.csv');
    expect(file).toMatchObject({ format: 'csv', encoding: 'utf-8', faults: [] });
    expect(firstSheet(file)).toMatchObject({ name: '清单', headerRow: 1 });
    expect(firstSheet(file).rows).toEqual([
      { row: 2, cells: { 编码: 'a', 名称: '第一行\n第二行' } },
      { row: 4, cells: { 编码: 'b', 名称: '他说"好"' } },
    ]);
  });

  it('keeps texts as they stand, zeros and spaces included', async () => {
    const file = await read('编码,名称\n007, 甲 \n,\n');
    expect(cellsOf(firstSheet(file))).toEqual([{ 编码: '007', 名称: ' 甲 ' }]);
  });

  it('tells tabs and semicolons from commas by the header', async () => {
    expect((await read('编码\t名称\na\t甲,乙')).format).toBe('tsv');
    expect(cellsOf(firstSheet(await read('编码;名称\na;甲,乙')))).toEqual([{ 编码: 'a', 名称: '甲,乙' }]);
    expect(cellsOf(firstSheet(await read('编码,"名;称;;"\na,甲')))).toEqual([{ 编码: 'a', '名;称;;': '甲' }]);
  });

  it('reports content that has no column, as an unquoted comma makes it', async () => {
    const file = await read('编码,金额\na,1,000\n');
    expect(faultPlaces(file)).toEqual(['cell.no_header@C2']);
    expect(file.faults[0]?.value).toBe('000');
  });

  it('reports a cell longer than Excel holds, with its value cut to 60 characters', async () => {
    const file = await read(`编码,正文\na,${'政'.repeat(32_768)}\nb,${'策'.repeat(32_767)}\n`);
    expect(faultPlaces(file)).toEqual(['cell.too_long@B2']);
    expect(file.faults[0]?.value).toHaveLength(60);
    expect(firstSheet(file).rows[1]?.cells['正文']).toHaveLength(32_767);
  });

  it('refuses a file whose quote is never closed', async () => {
    expect(await refusal(read('编码,名称\na,"甲\nb,乙\n'))).toBe('file.quote_not_closed');
    await expect(read('编码,名称\na,甲\nb,"乙\nc,丙\n')).rejects.toThrow('第 3 行');
    const limits = { maxColumns: 2, maxCellLength: 100 };
    const long = `编码,名称\na,"甲\n${'b,乙\n'.repeat(100)}`;
    expect(await refusal(read(long, 'a.csv', { limits }))).toBe('file.quote_not_closed');
  });

  it('refuses too many rows, columns and cells', async () => {
    const rows = '甲,乙\n1,2\n3,4\n';
    expect(await refusal(read(rows, 'a', { limits: { maxRows: 2 } }))).toBe('file.too_many_rows');
    expect(await refusal(read(rows, 'a', { limits: { maxColumns: 1 } }))).toBe('file.too_many_columns');
    expect(await refusal(read(rows, 'a', { limits: { maxCells: 5 } }))).toBe('file.too_many_cells');
    expect((await read(rows, 'a', { limits: { maxRows: 3, maxColumns: 2, maxCells: 6 } })).faults).toEqual(
      [],
    );
  });

  it('does not split characters beyond the basic plane between chunks', async () => {
    const text = `名称\n${'a'.repeat(65_532)}𠮷\n`;
    expect(
      firstSheet(await read(text, 'a', { limits: { maxCellLength: 70_000 } })).rows[0]?.cells['名称'],
    ).toBe(`${'a'.repeat(65_532)}𠮷`);
  });
});
