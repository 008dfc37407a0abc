import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildWorkbook, textRow, workbookParts } from '../../libs/tabular/testing/workbook.builder.js';
import { buildZip } from '../../libs/tabular/testing/zip.builder.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { encodeGb18030 } from '../support/gb18030.js';
import { openImports, type TestFile, type TestImports } from '../support/open-imports.js';
import { clause, sampleCatalogue } from '../support/sample-catalogue.js';

const HEADERS = ['部门编码', '部门名称', '行政区划代码'];
const csv = (...rows: string[]): string => [HEADERS.join(','), ...rows].join('\n');
const sheet = (rows: string, after = '') => [{ name: '部门', rows: textRow(1, HEADERS) + rows, after }];
const GOOD = textRow(2, ['d1', '市测试局', '420800']);

const REFUSED: [what: string, file: () => TestFile, message: RegExp][] = [
  ['a ZIP bomb', () => ['炸弹.xlsx', bomb()], /解压后过大/],
  ['a macro file', () => ['宏.xlsm', withPart('xl/vbaProject.bin')], /带有宏/],
  [
    'an old Excel file',
    () => ['旧.xls', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex')],
    /旧版 Excel/,
  ],
  ['a PDF', () => ['文件.csv', Buffer.from('%PDF-1.7\n')], /PDF/],
  [
    'binary rubbish',
    () => ['乱.csv', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
    /无法识别|认不出|编码/,
  ],
  [
    'damaged UTF-8',
    () => ['坏.csv', Buffer.concat([Buffer.from(csv('d1,市测试局,420800')), Buffer.from([0xe5, 0xb8])])],
    /损坏/,
  ],
  [
    'a cut-off workbook',
    () => ['断.xlsx', buildWorkbook({ sheets: sheet(GOOD) }).subarray(0, 700)],
    /已损坏/,
  ],
  ['broken JSON', () => ['坏.json', '{"departments":[{"code":"d1"'], /JSON 格式有误/],
  ['an open quote', () => ['引号.csv', csv('d1,"市测试局,420800', 'd2,乙局,420800')], /双引号没有成对/],
  ['an empty file', () => ['空.csv', Buffer.alloc(0)], /空的/],
];

function withPart(name: string): Buffer {
  return buildZip([...workbookParts({ sheets: sheet(GOOD) }), { name, data: 'x' }]);
}

function bomb(): Buffer {
  const parts = workbookParts({ sheets: sheet(GOOD) });
  return buildZip([...parts, { name: 'xl/media/a.bin', data: Buffer.alloc(8 * 1024 * 1024) }]);
}

describe('bad input of an import', () => {
  let imports: TestImports;
  beforeEach(async () => {
    imports = await openImports();
  });
  afterEach(async () => {
    expect(await imports.rows('department')).toEqual([]);
    expect(await imports.rows('clause')).toEqual([]);
    await imports.close();
  });

  it.each(REFUSED)('refuses %s in words', async (_what, file, message) => {
    const importing = imports.import([file()], { partial: true });
    await expect(importing).rejects.toThrow(message);
    await expect(importing).rejects.toMatchObject({
      kind: 'invalid',
      code: expect.stringMatching(/^IMPORT\./),
    });
  });

  /** [row, column, word of the message] of each fault. */
  async function faultsOf(...files: TestFile[]): Promise<[number, string | null, string][]> {
    const report = await imports.import(files);
    expect(report.saved).toBe(false);
    return report.faults.map(({ row, column, message }) => [row, column, message]);
  }

  it('refuses a merged header and merged cells', async () => {
    const merged = (ref: string): Buffer =>
      buildWorkbook({ sheets: sheet(GOOD, `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`) });
    expect(await faultsOf(['表.xlsx', merged('A1:B1')])).toEqual([
      [1, 'A', expect.stringContaining('合并单元格')],
    ]);
    expect(await faultsOf(['表.xlsx', merged('B2:B4')])).toEqual([
      [2, 'B', expect.stringContaining('合并单元格')],
    ]);
  });

  it('names a missing column once, not once a row', async () => {
    expect(await faultsOf(['表.csv', '部门编码,部门名称\nd1,甲局\nd2,乙局'])).toEqual([
      [1, null, expect.stringContaining('缺少“行政区划代码”')],
    ]);
  });

  it('says that it does not know a table', async () => {
    expect(await faultsOf(['表.csv', '姓名,年龄\n甲,3'])).toEqual([
      [1, 'A', expect.stringContaining('没有找到表头')],
    ]);
    const foreign = await faultsOf(['表.jsonl', '{"id":"1","label":"甲"}\n{"id":"2","label":"乙"}']);
    expect(foreign).toEqual([[1, null, expect.stringContaining('认不出')]]);
  });

  it('refuses a text that was saved in another encoding than it says', async () => {
    const gb18030 = encodeGb18030(csv('d1,市测试局,420800'));
    const mixed = Buffer.concat([Buffer.from('\uFEFF'), gb18030]);
    await expect(imports.import([['混.csv', mixed]])).rejects.toThrow(/编码/);
  });

  it('finds every fault of dates, numbers, references and repetitions at once', async () => {
    const { departments, topics, policies } = sampleCatalogue();
    const clauses = [
      { ...clause('c1', 1), applyFrom: '24/1/5' },
      { ...clause('c2', 2), applyTo: '2024年13月45日' },
      { ...clause('c3', 3), department: '不存在局' },
      clause('c1', 4),
      { ...clause('c5', 5), ordinal: '第五' },
      { ...clause('c6', 6), applyFrom: '2024/2/30' },
      { ...clause('c７', 7), surprise: 1 },
      { ...clause('c8', 8), amount: { max: -1, unit: '元' } },
      { ...clause('c9', 9), onlineUrl: 'javascript:alert(1)' },
      { ...clause('c10', 10), applyFrom: '2024/5/1', applyTo: '2024年4月1日' },
      { ...clause('c11', 11), title: '长'.repeat(121) },
    ];
    const faults = await faultsOf(['目录.json', { departments, topics, policies, clauses }]);
    expect(faults.map(([row, column]) => `${row}${column}`).sort()).toEqual(
      [
        '1applyFrom',
        '2applyTo',
        '3department',
        '4code',
        '5ordinal',
        '6applyFrom',
        '7surprise',
        '8amount',
        '9onlineUrl',
        '10applyTo',
        '11title',
      ].sort(),
    );
  });

  it('refuses 200 MB of rubbish by its size, without reading it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rubbish-'));
    const path = join(folder, '乱.csv');
    try {
      const handle = await open(path, 'w');
      await handle.truncate(200 * 1024 * 1024);
      await handle.close();
      const importing = imports.application
        .get(ImportsService)
        .import([{ name: '乱.csv', source: { path } }]);
      await expect(importing).rejects.toMatchObject({ kind: 'too-large', code: 'IMPORT.TOO_LARGE' });
      await expect(importing).rejects.toThrow('50 MB');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
