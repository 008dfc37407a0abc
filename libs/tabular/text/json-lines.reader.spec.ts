import { describe, expect, it } from '@jest/globals';
import { faultPlaces, firstSheet, read } from '../testing/read.js';

describe('reading JSON Lines', () => {
  it('numbers records by line', async () => {
    const file = await read('{"a":1}\r\n\r\n{"a":2,"b":null}\r\n', 'x.txt');
    expect(file.format).toBe('jsonl');
    expect(firstSheet(file).rows).toEqual([
      { row: 1, cells: { a: 1 } },
      { row: 3, cells: { a: 2, b: null } },
    ]);
  });

  it('goes on behind a broken line, the first included', async () => {
    const file = await read('{"a":1,}\n{"a":2}\n7\n{"a"\n{"a":3}\n');
    expect(firstSheet(file).rows.map(({ row }) => row)).toEqual([2, 5]);
    expect(faultPlaces(file)).toEqual([
      'record.invalid_json@1',
      'record.not_object@3',
      'record.invalid_json@4',
    ]);
  });

  it('takes a single record for a line, and for named lists only where the name does not say otherwise', async () => {
    expect((await read('{"code":"a"}', 'one.json')).format).toBe('jsonl');
    const one = '{"code":"a","materials":[{"name":"x"}]}';
    expect((await read(one, 'one.jsonl')).format).toBe('jsonl');
    expect((await read(one, 'one.json')).format).toBe('json');
  });
});
