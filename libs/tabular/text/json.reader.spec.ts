import { describe, expect, it } from '@jest/globals';
import { faultPlaces, firstSheet, read, refusal } from '../testing/read.js';

describe('reading JSON', () => {
  it('makes one sheet of a list, values as they stand and headers as they turn up', async () => {
    const file = await read('[{"code":"a","topics":["x"]},{"code":"b","amount":{"min":1}}]', 'clauses.json');
    expect(file.format).toBe('json');
    expect(firstSheet(file)).toEqual({
      name: 'clauses',
      headerRow: null,
      headers: ['code', 'topics', 'amount'].map((name, index) => ({ name, column: name, index })),
      rows: [
        { row: 1, cells: { code: 'a', topics: ['x'] } },
        { row: 2, cells: { code: 'b', amount: { min: 1 } } },
      ],
    });
  });

  it('makes a sheet of each named list and reports what is none', async () => {
    const file = await read('{\n"departments":[{"code":"d"}],"topics":[],"version":1}', 'x.csv');
    expect(file.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['departments', 1],
      ['topics', 0],
    ]);
    expect(file.faults).toMatchObject([{ sheet: 'version', code: 'list.not_a_list', value: '1' }]);
  });

  it('reports list entries that are no records', async () => {
    expect(faultPlaces(await read('[{"a":1},null,"x",[2]]'))).toEqual([
      'record.not_object@2',
      'record.not_object@3',
      'record.not_object@4',
    ]);
  });

  it('keeps long texts, which no spreadsheet has to hold', async () => {
    const body = '政'.repeat(100_000);
    expect(firstSheet(await read(JSON.stringify([{ body }]))).rows[0]?.cells['body']).toBe(body);
  });

  it('does not let a property named __proto__ change the record', async () => {
    const [row] = firstSheet(await read('[{"__proto__":{"admin":true},"code":"a"}]')).rows;
    expect(row?.cells['code']).toBe('a');
    expect(row?.cells['admin']).toBeUndefined();
  });

  it('says where broken JSON is broken, and refuses what holds no list', async () => {
    await expect(read('[{"a":1},\n{"b" 2}]')).rejects.toMatchObject({ code: 'file.json_invalid' });
    await expect(read('[{"a":1},\n{"b" 2}]')).rejects.toThrow('第 2 行');
    expect(await refusal(read('[{"a":'))).toBe('file.json_invalid');
    expect(await refusal(read('['.repeat(200_000), 'a.json'))).toBe('file.json_invalid');
    expect(await refusal(read('{\n"a":1\n}'))).toBe('file.json_no_list');
    expect(await refusal(read('{}'))).toBe('file.json_no_list');
    expect(await refusal(read('[]'))).toBe('file.no_rows');
  });
});
