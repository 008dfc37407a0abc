import { describe, expect, it } from '@jest/globals';
import { faultPlaces, read } from './testing/read.js';
import { buildWorkbook, textRow } from './testing/workbook.builder.js';

const ROWS = textRow(1, ['政策清单']) + textRow(2, ['编码', '名称']) + textRow(3, ['a', '甲']);

function merged(...refs: string[]): Promise<string[]> {
  const after = `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const workbook = buildWorkbook({ sheets: [{ name: '表', rows: ROWS, after }] });
  return read(workbook, 'a', { headerCandidates: ['编码', '名称'] }).then(faultPlaces);
}

describe('merged cells', () => {
  it('are reported in the header and below it, at their first cell', async () => {
    expect(await merged('A2:B2', 'A1:A2', 'B3:B9')).toEqual([
      'header.merged@A2',
      'header.merged@A1',
      'cell.merged@B3',
    ]);
  });

  it('may stand in titles above the header and beside the table', async () => {
    expect(await merged('A1:B1', 'D3:E9', 'nonsense')).toEqual([]);
  });
});
