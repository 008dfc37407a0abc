import { describe, expect, it } from '@jest/globals';
import { IMPORT_KINDS } from './import-kind.js';
import { recogniseKind } from './recognise-kind.js';
import { RECORD_COLUMNS } from './record-columns.js';

const sheet = (name: string, ...headers: string[]) => ({
  name,
  headers: headers.map((header, index) => ({ name: header, column: header, index })),
});

describe('recogniseKind', () => {
  it('knows every kind by its name, its columns and its fields', () => {
    for (const kind of IMPORT_KINDS) {
      const columns = RECORD_COLUMNS[kind];
      expect(recogniseKind(sheet(kind))).toBe(kind);
      expect(recogniseKind(sheet('Sheet1', ...columns.map(({ header }) => header)))).toBe(kind);
      expect(recogniseKind(sheet('x', ...columns.map(({ field }) => field)))).toBe(kind);
    }
  });

  it('goes by the name first', () => {
    expect(recogniseKind(sheet('条款', '部门编码', '部门名称'))).toBe('clauses');
  });

  it('does not guess', () => {
    expect(recogniseKind(sheet('Sheet1', 'code', 'name'))).toBeNull();
    expect(recogniseKind(sheet('Sheet1', '姓名', '备注'))).toBeNull();
  });
});
