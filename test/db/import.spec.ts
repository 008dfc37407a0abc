import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readImportMap } from '../../src/imports/map/read-import-map.js';
import { countImported, openImports, type TestFile, type TestImports } from '../support/open-imports.js';
import { clause, sampleCatalogue } from '../support/sample-catalogue.js';

const NOTHING = {
  department: 0,
  topic: 0,
  policy: 0,
  clause: 0,
  clause_version: 0,
  clause_version_topic: 0,
  change_feed: 0,
  outbox_event: 0,
};

const file = (content: object): readonly TestFile[] => [['目录.json', content]];

describe('an import', () => {
  let imports: TestImports;
  beforeEach(async () => {
    imports = await openImports();
  });
  afterEach(() => imports.close());

  const codes = async (): Promise<unknown[]> =>
    (await imports.rows('clause')).map((row) => row['code']).sort();

  it('brings a catalogue in, with what is to be told about it', async () => {
    const report = await imports.import(file(sampleCatalogue()));
    expect(report).toMatchObject({ saved: true, faultCount: 0, faults: [] });
    expect(report.counts.clauses).toEqual({ created: 3, updated: 0, unchanged: 0, refused: 0 });
    expect(await countImported(imports)).toMatchObject({ department: 2, topic: 2, policy: 1, clause: 3 });
    expect(await imports.rows('outbox_event')).toHaveLength(3);
  });

  it('tells nobody when silent', async () => {
    await imports.import(file(sampleCatalogue()), { silent: true });
    expect(await imports.rows('outbox_event')).toEqual([]);
    expect(await codes()).toEqual(['c1', 'c2', 'c3']);
  });

  it('leaves nothing of a file with one fault, and says where the fault is and what to do', async () => {
    const catalogue = sampleCatalogue();
    catalogue.clauses[1] = { ...clause('c2', 2), department: '市不存在局' };
    const report = await imports.import(file(catalogue));
    expect(report).toMatchObject({ saved: false, faultCount: 1 });
    expect(report.faults).toEqual([
      {
        file: '目录.json',
        sheet: 'clauses',
        row: 2,
        column: 'department',
        header: 'department',
        value: '市不存在局',
        message: expect.stringContaining('没有这个部门'),
      },
    ]);
    expect(report.counts.clauses).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 1 });
    expect(await countImported(imports)).toEqual(NOTHING);
  });

  it('keeps what is right when asked for a part, and names the right rows behind refused ones', async () => {
    const catalogue = sampleCatalogue();
    catalogue.clauses = [
      { ...clause('c1', 1), audience: '所有人' },
      clause('c2', 2),
      { ...clause('c3', 3), topics: ['没有的主题'] },
      clause('c4', 4),
      { ...clause('c5', 4) },
    ];
    const report = await imports.import(file(catalogue), { partial: true });
    expect(report.saved).toBe(true);
    expect(report.faults.map(({ row, column }) => [row, column])).toEqual([
      [1, 'audience'],
      [3, 'topics'],
      [5, 'ordinal'],
    ]);
    expect(report.counts.clauses).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 3 });
    expect(await codes()).toEqual(['c2', 'c4']);
  });

  it('does everything but keep it on a dry run', async () => {
    const report = await imports.import(file(sampleCatalogue()), { dryRun: true });
    expect(report).toMatchObject({ saved: false, dryRun: true, faultCount: 0 });
    expect(report.counts.policies.created).toBe(1);
    expect(await countImported(imports)).toEqual(NOTHING);
  });

  it('changes nothing when the same file comes again, and one row when one cell differs', async () => {
    await imports.import(file(sampleCatalogue()));
    const before = await countImported(imports);
    const again = await imports.import(file(sampleCatalogue()));
    expect(Object.values(again.counts).map(({ created, updated }) => [created, updated])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(again.counts.clauses.unchanged).toBe(3);
    expect(await countImported(imports)).toEqual(before);

    const catalogue = sampleCatalogue();
    catalogue.clauses[2] = { ...clause('c3', 3), benefit: '给予两次补贴。' };
    const changed = await imports.import(file(catalogue));
    expect(changed.counts.clauses).toEqual({ created: 0, updated: 1, unchanged: 2, refused: 0 });
    expect(await imports.rows('outbox_event')).toHaveLength(4);
  });

  it('takes several files as one, whatever order they come in', async () => {
    const { departments, topics, policies, clauses } = sampleCatalogue();
    const report = await imports.import([
      ['1.json', { clauses }],
      ['2.json', { policies, topics }],
      ['3.json', { departments }],
    ]);
    expect(report).toMatchObject({ saved: true, faultCount: 0 });
    expect(await codes()).toEqual(['c1', 'c2', 'c3']);
  });

  it('suggests topics where a clause names none, says so, and stays the same the next time', async () => {
    const catalogue = sampleCatalogue();
    catalogue.clauses = [
      { ...clause('c1', 1), topics: undefined, benefit: '第一次开店的人可以申请' },
      { ...clause('c2', 2), topics: undefined, title: '其他', benefit: '无' },
    ];
    const report = await imports.import(file(catalogue));
    expect(report.suggestedCount).toBe(1);
    expect(report.suggested).toEqual([{ clause: 'c1', topics: ['创业'] }]);
    expect(report.notices).toEqual([expect.stringContaining('1 条条款没有填写主题')]);
    expect(await imports.rows('clause_version_topic')).toHaveLength(1);
    expect((await imports.import(file(catalogue))).counts.clauses.unchanged).toBe(2);
  });

  it('blames the refused policy, not the clause that names it', async () => {
    const catalogue = sampleCatalogue();
    Object.assign(catalogue.policies[0] ?? {}, { level: '镇级' });
    const { faults } = await imports.import(file(catalogue));
    expect(faults.map(({ sheet, column }) => `${sheet}.${column}`)).toEqual([
      'policies.level',
      'clauses.policy',
      'clauses.policy',
      'clauses.policy',
    ]);
    expect(faults[1]?.message).toContain('“policies”第 1 行');
  });

  it('lists at most 1000 faults and counts all', async () => {
    const clauses = Array.from({ length: 1200 }, (_, at) => ({
      ...clause(`c${at}`, at + 1),
      audience: '谁',
    }));
    const report = await imports.import(file({ ...sampleCatalogue(), clauses }));
    expect(report.faultCount).toBe(1200);
    expect(report.faults).toHaveLength(1000);
  });

  it('makes departments, policies and clauses of the rows of another system', async () => {
    const map = {
      records: [
        {
          kind: 'departments',
          distinct: true,
          fields: { code: { template: '{id:0:2}' }, name: 'dept', region: 'area' },
        },
        {
          kind: 'policies',
          distinct: true,
          fields: {
            code: { template: '{id:0:2}-p' },
            title: { template: '{dept}清单' },
            level: 'level',
            region: 'area',
          },
        },
        {
          kind: 'clauses',
          fields: {
            code: 'id',
            department: 'dept',
            policy: { template: '{id:0:2}-p' },
            ordinal: { sequence: '{id:0:2}' },
            title: 'name',
            audience: { from: 'who', values: { 法人: '企业' } },
            supportKind: { value: '服务' },
            benefit: { template: '{dept}办理{name}' },
            timeLimitDays: { from: 'limit', removeSuffix: '天' },
          },
        },
      ],
    };
    const item = {
      id: 'A1-1',
      dept: '甲局',
      area: '420800',
      level: '市级',
      name: '登记',
      who: '法人',
      limit: '3天',
    };
    const lines = [
      item,
      { ...item, id: 'A1-2', name: '注销' },
      { ...item, id: 'B2-1', dept: '乙局', limit: '三天' },
    ].map((line) => JSON.stringify(line));
    const options = { map: readImportMap(JSON.stringify(map)), partial: true };
    const report = await imports.import([['items.jsonl', lines.join('\n')]], options);
    expect(report.faults).toMatchObject([{ row: 3, column: 'limit', value: '三天' }]);
    expect(report.counts.departments).toMatchObject({ created: 2, refused: 0 });
    expect(report.counts.clauses).toMatchObject({ created: 2, refused: 1 });
    const rows = await imports.rows('clause');
    expect(rows.map((row) => [row['code'], row['ordinal']])).toEqual([
      ['A1-1', 1],
      ['A1-2', 2],
    ]);
  });
});
