import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MapInvalidError } from '../import.errors.js';
import { readImportMap } from './read-import-map.js';
import { fieldsOfMap } from './row-mapper.js';

const map = (fields: object, more: object = {}): string =>
  JSON.stringify({ records: [{ kind: 'clauses', fields: { code: 'id', ...fields }, ...more }] });

function problemsOf(text: string): string {
  try {
    readImportMap(text);
  } catch (error) {
    if (error instanceof MapInvalidError) return error.message;
    throw error;
  }
  return '';
}

describe('readImportMap', () => {
  it('takes Chinese columns and kinds for our fields', () => {
    const { records } = readImportMap(
      JSON.stringify({
        records: [{ kind: '部门', fields: { 部门编码: 'id', name: { template: '{市}{局}' } } }],
      }),
    );
    expect(records).toEqual([
      {
        kind: 'departments',
        if: [],
        distinct: false,
        fields: { code: { from: ['id'] }, name: { template: '{市}{局}' } },
      },
    ]);
  });

  it('names every fault and its place at once', () => {
    const problems = problemsOf(
      map(
        { titel: 'x', title: { from: 'a', template: '{b' }, benefit: { template: '{b' }, audience: 7 },
        { iff: 1 },
      ),
    );
    for (const place of [
      'fields.titel',
      'fields.title',
      'fields.benefit',
      'fields.audience',
      'records[0].iff',
    ])
      expect(problems).toContain(place);
  });

  it.each([
    ['{"records":[', 'JSON'],
    ['[]', '应为对象'],
    ['{}', '至少有一项'],
    ['{"records":[{"kind":"persons","fields":{}}]}', 'kind'],
    ['{"records":[{"kind":"clauses","fields":{"title":"a"}}]}', '缺少 code'],
    ['{"records":[{"kind":"clauses","fields":{"code":{"run":"rm -rf"}}}]}', '不认识'],
  ])('refuses %s', (text, word) => {
    expect(problemsOf(text)).toContain(word);
  });

  it('reads the map that comes with the project', () => {
    const file = new URL('../../../../maps/service-items.json', import.meta.url);
    const read = readImportMap(readFileSync(file, 'utf8'));
    expect(read.records.map(({ kind }) => kind)).toEqual(['departments', 'policies', 'clauses']);
    expect(fieldsOfMap(read)).toEqual(expect.arrayContaining(['code', 'dept', 'promised_limit', 'themes']));
  });
});
