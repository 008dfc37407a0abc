import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeXlsx } from '#libs/tabular';
import { ImportsService } from '../../src/imports/imports.service.js';
import { encodeGb18030 } from '../support/gb18030.js';
import { openImports, type TestFile, type TestImports } from '../support/open-imports.js';
import { clause, sampleCatalogue } from '../support/sample-catalogue.js';

const HEADERS =
  '条款编码,责任部门,所属政策,序号,条款标题,适用对象,扶持方式,扶持内容,最高金额,金额单位,主题,申报开始,申报截止';

/** The first clause of the sample as a row, dates written in two ways. */
const ROW =
  'c1,市人社局,测政发〔2026〕1号,１,补贴1,企业,资金补贴,给予一次性补贴。,"５,０００",元,创业,2026/1/5,2026年12月31日';
const CSV = `${HEADERS}\r\n${ROW}\r\n`;
const ENGLISH = { applyFrom: '2026-01-05', applyTo: '2026-12-31' };

const byHeader = (): Record<string, string> => {
  const values = ROW.replace('"５,０００"', '5000').split(',');
  return Object.fromEntries(HEADERS.split(',').map((header, at) => [header, values[at] ?? '']));
};

const workbook = (): Promise<Buffer> =>
  writeXlsx({
    sheets: [
      {
        name: 'Sheet1',
        columns: HEADERS.split(',').map((header) => ({ header })),
        rows: [
          {
            ...byHeader(),
            最高金额: 5000,
            序号: 1,
            申报开始: new Date('2026-01-05T00:00:00Z'),
            申报截止: 46387,
          },
        ],
      },
    ],
  });

describe('the formats of an import', () => {
  let imports: TestImports;
  beforeEach(async () => {
    imports = await openImports();
    const { departments, topics, policies } = sampleCatalogue();
    await imports.import([['目录.json', { departments, topics, policies }]]);
  });
  afterEach(() => imports.close());

  const record = { ...clause('c1', 1), ...ENGLISH };
  const formats: [string, () => TestFile | Promise<TestFile>][] = [
    ['JSON', () => ['条款.json', { clauses: [record] }]],
    ['a JSON list', () => ['条款.json', [record]]],
    ['JSONL', () => ['条款.jsonl', JSON.stringify(record)]],
    ['JSON with Chinese names', () => ['条款.json', { 条款: [byHeader()] }]],
    ['CSV in UTF-8', () => ['条款.csv', CSV]],
    ['CSV in UTF-8 with a mark', () => ['条款.csv', `\uFEFF${CSV}`]],
    ['CSV in GB18030', () => ['条款.csv', encodeGb18030(CSV)]],
    ['XLSX with real dates and serial dates', async () => ['条款.xlsx', await workbook()]],
  ];

  it('all bring the same clause in', async () => {
    const hashes = new Set<unknown>();
    for (const [name, make] of formats) {
      const report = await imports.import([await make()]);
      expect([name, report.faults]).toEqual([name, []]);
      expect(report.saved).toBe(true);
      const [version, ...others] = await imports.rows('clause_version');
      expect([name, others]).toEqual([name, []]);
      hashes.add(version?.['content_hash']);
    }
    expect(hashes.size).toBe(1);
  });

  it('include the template that the program writes, filled in, with its empty sheets', async () => {
    const template = await imports.application.get(ImportsService).template();
    const empty = await imports.import([['模板.xlsx', template]]);
    expect(empty).toMatchObject({
      saved: true,
      faultCount: 0,
      notices: [expect.stringContaining('没有数据行')],
    });
  });

  it('name the place of a fault as Excel does', async () => {
    const csv = `${HEADERS}\r\n${ROW.replace('企业', '公司')}\r\n`;
    const { faults } = await imports.import([['条款.csv', csv]]);
    expect(faults).toMatchObject([
      { file: '条款.csv', sheet: '条款', row: 2, column: 'F', header: '适用对象', value: '公司' },
    ]);
    expect(faults[0]?.message).toContain('企业和群众');
  });

  it('pass over sheets that explain the others, and say so', async () => {
    const columns = HEADERS.split(',').map((header) => ({ header }));
    const file = await writeXlsx({
      sheets: [
        { name: '填写说明', columns: [{ header: '请逐行填写' }], rows: [{ 请逐行填写: '谢谢' }] },
        { name: '条款', columns: [...columns, { header: '备注' }], rows: [{ ...byHeader(), 备注: '内部' }] },
      ],
    });
    const report = await imports.import([['条款.xlsx', file]]);
    expect(report).toMatchObject({ saved: true, faultCount: 0 });
    expect(report.notices.join()).toMatch(/填写说明.*备注/s);
  });
});
