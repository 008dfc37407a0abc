import { describe, expect, it } from '@jest/globals';
import { cellsOf, faultPlaces, firstSheet, read } from './testing/read.js';
import { buildWorkbook } from './testing/workbook.builder.js';

const headerCandidates = ['条款编码', '条款标题', '办理时限（工作日）', 'URL'];

describe('headers', () => {
  it('are normalised: spaces, full-width letters, line breaks, invisible characters', async () => {
    const file = await read('\uFEFF ＵＲＬ ,"条款\n标题",编\u200B码\u3000\na,b,c');
    expect(firstSheet(file).headers.map(({ name }) => name)).toEqual(['URL', '条款标题', '编码']);
  });

  it('take the spelling of the known names', async () => {
    const file = await read('条 款编码,办理时限(工作日),ｕrl\n1,2,3', 'a', { headerCandidates });
    expect(firstSheet(file).headers.map(({ name }) => name)).toEqual([
      '条款编码',
      '办理时限（工作日）',
      'url',
    ]);
  });

  it('are found below up to five title rows', async () => {
    const titles = '某市政策清单,,\n填表单位：,某局,\n\n一,,\n二,,\n三,,\n';
    const file = await read(`${titles}条款编码,条款标题,备注\na,b,c`, 'a', { headerCandidates });
    expect(firstSheet(file)).toMatchObject({ headerRow: 7, rows: [{ row: 8 }] });
    expect(file.faults).toEqual([]);
    const deeper = await read(`四,,\n${titles}条款编码,条款标题\na,b`, 'a', { headerCandidates });
    expect(faultPlaces(deeper)).toEqual(['header.not_found@A1']);
    expect(firstSheet(deeper).rows).toEqual([]);
  });

  it('need two known names, or the only one', async () => {
    const file = await read('条款编码,其他\na,b', 'a', { headerCandidates });
    expect(faultPlaces(file)).toEqual(['header.not_found@A1']);
    expect(file.faults[0]?.message).toContain('条款编码、条款标题');
    const only = await read('标题\n名称\na', 'a', { headerCandidates: ['名称'] });
    expect(cellsOf(firstSheet(only))).toEqual([{ 名称: 'a' }]);
  });

  it('are not found in a row of numbers', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    const file = await read(buildWorkbook({ sheets: [{ name: '表', rows }] }));
    expect(faultPlaces(file)).toEqual(['header.not_found@A1']);
    expect(firstSheet(file).rows).toEqual([]);
  });

  it('are reported when repeated, missing between others, or dangerous', async () => {
    const file = await read('甲,,甲,__proto__,乙,\n1,2,3,4,5,');
    expect(faultPlaces(file)).toEqual(['header.empty@B1', 'header.duplicate@C1', 'header.invalid@D1']);
    expect(cellsOf(firstSheet(file))).toEqual([{ 甲: '1', 乙: '5' }]);
    expect(file.faults[1]).toMatchObject({ header: '甲', value: '甲' });
  });

  it('may start further right', async () => {
    const file = await read(',甲,乙\n,1,2');
    expect(file.faults).toEqual([]);
    expect(firstSheet(file).headers.map(({ column }) => column)).toEqual(['B', 'C']);
  });
});
