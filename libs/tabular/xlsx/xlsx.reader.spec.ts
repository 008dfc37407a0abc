import { describe, expect, it } from '@jest/globals';
import { cellsOf, faultPlaces, firstSheet, read } from '../testing/read.js';
import { buildWorkbook, textRow } from '../testing/workbook.builder.js';

const STYLES =
  '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="57"/></cellXfs>';

function oneCell(cell: string, more: { strings?: string; date1904?: boolean } = {}): Promise<unknown> {
  const rows = `${textRow(1, ['名称'])}<row r="2">${cell}</row>`;
  const workbook = buildWorkbook({ sheets: [{ name: '表', rows }], styles: STYLES, ...more });
  return read(workbook).then((file) => firstSheet(file).rows[0]?.cells['名称']);
}

describe('reading XLSX', () => {
  it('names cells by header and numbers rows as Excel does, gaps included', async () => {
    const rows = textRow(1, ['编码', '名称']) + textRow(3, ['a', null]) + textRow(7, ['b', '乙']);
    const file = await read(buildWorkbook({ sheets: [{ name: '条款', rows }] }));
    expect(file).toMatchObject({ format: 'xlsx', encoding: null, faults: [], omittedFaults: 0 });
    expect(firstSheet(file)).toEqual({
      name: '条款',
      headerRow: 1,
      headers: [
        { name: '编码', column: 'A', index: 0 },
        { name: '名称', column: 'B', index: 1 },
      ],
      rows: [
        { row: 3, cells: { 编码: 'a', 名称: null } },
        { row: 7, cells: { 编码: 'b', 名称: '乙' } },
      ],
    });
  });

  it('reads numbers, booleans and texts of formulas', async () => {
    expect(await oneCell('<c r="A2"><v>12.5</v></c>')).toBe(12.5);
    expect(await oneCell('<c r="A2"><f>B1+C1</f><v>0.30000000000000004</v></c>')).toBe(0.3);
    expect(await oneCell('<c r="A2" t="b"><v>1</v></c>')).toBe(true);
    expect(await oneCell('<c r="A2" t="str"><f>A1&amp;"x"</f><v>甲&amp;x</v></c>')).toBe('甲&x');
  });

  it('joins the runs of rich text and leaves phonetic readings out', async () => {
    const strings = '<si><r><t>北</t></r><r><t>京</t></r><rPh sb="0" eb="1"><t>ペキン</t></rPh></si>';
    expect(await oneCell('<c r="A2" t="s"><v>0</v></c>', { strings })).toBe('北京');
  });

  it('turns the escapes and line ends of Excel into plain line breaks', async () => {
    expect(await oneCell('<c r="A2" t="inlineStr"><is><t>甲_x000D_\n乙_x005F_x</t></is></c>')).toBe(
      '甲\n乙_x',
    );
  });

  it('knows dates by built-in, Chinese and custom formats', async () => {
    const day = new Date('2024-01-05T00:00:00Z');
    for (const style of [1, 2, 3])
      expect(await oneCell(`<c r="A2" s="${style}"><v>45296</v></c>`)).toEqual(day);
    expect(await oneCell('<c r="A2" s="0"><v>45296</v></c>')).toBe(45296);
    expect(await oneCell('<c r="A2" t="d"><v>2024-01-05T00:00:00</v></c>')).toEqual(day);
  });

  it('counts from 1904 where the workbook does', async () => {
    const cell = '<c r="A2" s="1"><v>43834</v></c>';
    expect(await oneCell(cell, { date1904: true })).toEqual(new Date('2024-01-05T00:00:00Z'));
  });

  it('reads every visible sheet in order and names the hidden ones', async () => {
    const rows = textRow(1, ['甲']) + textRow(2, ['1']);
    const sheets = [
      { name: '一', rows },
      { name: '藏', rows, state: 'hidden' },
      { name: '深藏', rows, state: 'veryHidden' },
      { name: '二', rows },
    ];
    const file = await read(buildWorkbook({ sheets }));
    expect(file.sheets.map(({ name }) => name)).toEqual(['一', '二']);
    expect(file.hiddenSheets).toEqual(['藏', '深藏']);
  });

  it('reads rows and cells that do not say where they stand, and prefixed elements', async () => {
    const row = (text: string): string =>
      `<x:row><x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c></x:row>`;
    const file = await read(
      buildWorkbook({ prefix: 'x:', sheets: [{ name: '表', rows: row('名称') + row('甲') }] }),
    );
    expect(firstSheet(file).rows).toEqual([{ row: 2, cells: { 名称: '甲' } }]);
  });

  it('reports formula errors, uncalculated formulas and lost digits at their place', async () => {
    const cells =
      '<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><f>NOW()</f></c><c r="C2"><v>110101199003078888</v></c>';
    const rows = `${textRow(1, ['甲', '乙', '丙'])}<row r="2">${cells}</row>`;
    const file = await read(buildWorkbook({ sheets: [{ name: '表', rows }] }));
    expect(cellsOf(firstSheet(file))).toEqual([{ 甲: null, 乙: null, 丙: null }]);
    expect(faultPlaces(file)).toEqual([
      'cell.formula_error@A2',
      'cell.formula_without_result@B2',
      'cell.digits_lost@C2',
    ]);
    expect(file.faults[0]).toMatchObject({ sheet: '表', header: '甲', value: '#DIV/0!' });
  });

  it('does not expand entities that the file defines', async () => {
    const rows = textRow(1, ['名称']) + textRow(2, ['&lol;']);
    const file = await read(buildWorkbook({ sheets: [{ name: '表', rows }] }));
    expect(cellsOf(firstSheet(file))).toEqual([{ 名称: '&lol;' }]);
  });
});
