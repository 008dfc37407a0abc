import { describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SearchIndexBrokenError, SearchUsageError } from './search-index.errors.js';
import { SearchIndex } from './search-index.js';
import { documentOf, SCHEMA, withFolder } from './testing/fixture.js';

const withIndex = (work: (index: SearchIndex, file: string) => void | Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const file = join(folder, 'index.db');
    const index = SearchIndex.open({ file, schema: SCHEMA });
    await work(index, file);
    index.close();
  });

describe('apply', () => {
  it('replaces and deletes documents and keeps the cursor', () =>
    withIndex((index, file) => {
      expect(index.cursor()).toBe(0);
      index.apply({
        upserts: [documentOf('a', '租房补贴', { number: '甲发〔2020〕1号' }), documentOf('b', '购房补贴')],
        deletes: [],
        cursor: 7,
      });
      index.apply({
        upserts: [documentOf('a', '创业贷款', { number: '甲发〔2021〕2号', region: ['武汉'] })],
        deletes: ['b', 'never-there'],
        cursor: 9,
      });
      expect(index.size()).toBe(1);
      expect(index.search({ text: '补贴' }).total).toBe(0);
      expect(index.search({ text: '甲发〔2020〕1号' }).hits.some((hit) => hit.exact)).toBe(false);
      expect(index.search({ text: '甲发〔2021〕2号' }).hits[0]?.exact).toBe(true);
      expect(index.search({ text: '创业', facets: ['region'] }).facets['region']).toEqual([
        { value: '武汉', count: 1 },
      ]);
      const other = SearchIndex.openExisting({ file, schema: SCHEMA });
      expect(other.cursor()).toBe(9);
      expect(other.search({ text: '贷款' }).total).toBe(1);
      other.close();
    }));

  it('changes nothing when one document does not fit, and works on', () =>
    withIndex((index) => {
      const misfit = { ...documentOf('b', '乙'), fields: { nope: '乙' } };
      const good = documentOf('a', '甲', { region: ['武汉'] });
      expect(() => index.apply({ upserts: [good, misfit], deletes: [], cursor: 5 })).toThrow(
        SearchUsageError,
      );
      expect([index.size(), index.cursor()]).toEqual([0, 0]);
      index.apply({ upserts: [good], deletes: [], cursor: 6 });
      expect(index.search({ filters: { region: ['武汉'] } }).total).toBe(1);
    }));
});

describe('search', () => {
  const whole = '创业补贴';
  const longer = '创业担保贷款贴息和稳岗补贴办法';

  it('compares texts as they are now, whoever changed them', () =>
    withIndex((index, file) => {
      const other = SearchIndex.openExisting({ file, schema: SCHEMA });
      const fill = (writer: SearchIndex, first: string, second: string): void => {
        writer.apply({ upserts: [], deletes: ['a', 'b'], cursor: 1 });
        writer.apply({ upserts: [documentOf('a', first), documentOf('b', second)], deletes: [], cursor: 2 });
      };
      const found = (): string[] => index.search({ text: '创业 补贴' }).hits.map(({ id }) => id);
      fill(index, whole, longer);
      expect(found()).toEqual(['a', 'b']);
      fill(other, longer, whole);
      expect(found()).toEqual(['b', 'a']);
      fill(index, whole, longer);
      expect(found()).toEqual(['a', 'b']);
      other.close();
    }));
});

describe('a question', () => {
  it('is answered first by a text with the kind of answer asked for, even at the end of a long sentence', () =>
    withIndex((index) => {
      const question =
        '关于本市户籍居民在外地就业期间遇到用人单位拖欠工资以及没有依法缴纳社会保险等各种各样的情况，反映问题应当拨打哪个电话？';
      index.apply({
        upserts: [
          documentOf('a', '', { body: '居民反映问题请到政务服务厅办理' }),
          documentOf('b', '', { body: '居民反映问题请到12345办理' }),
        ],
        deletes: [],
        cursor: 1,
      });
      expect(index.search({ text: question }).hits.map(({ id }) => id)).toEqual(['b', 'a']);
      const other = question.replace('拨打哪个电话', '前往哪个窗口');
      expect(index.search({ text: other }).hits.map(({ id }) => id)).toEqual(['a', 'b']);
    }));
});

describe('open', () => {
  it('refuses a file that is no database, one of another schema, and with openExisting one that is not there', () =>
    withFolder(async (folder) => {
      const junk = join(folder, 'junk.db');
      await writeFile(junk, 'this is not a database, whatever its name says'.repeat(50));
      expect(() => SearchIndex.open({ file: junk, schema: SCHEMA })).toThrow(SearchIndexBrokenError);
      const file = join(folder, 'index.db');
      SearchIndex.open({ file, schema: SCHEMA }).close();
      const other = { ...SCHEMA, sorts: ['deadline'] };
      expect(() => SearchIndex.open({ file, schema: other })).toThrow(SearchIndexBrokenError);
      const missing = join(folder, 'missing.db');
      expect(() => SearchIndex.openExisting({ file: missing, schema: SCHEMA })).toThrow(
        SearchIndexBrokenError,
      );
    }));

  it('refuses a schema that contradicts itself', () => {
    const open = (schema: typeof SCHEMA): SearchIndex => SearchIndex.open({ file: ':memory:', schema });
    expect(() => open({ ...SCHEMA, filters: ['region', 'region'] })).toThrow(SearchUsageError);
    expect(() => open({ ...SCHEMA, filters: ['kind'] })).toThrow(SearchUsageError);
    expect(() => open({ ...SCHEMA, fields: [{ name: 'title', weight: 0 }] })).toThrow(SearchUsageError);
    expect(() => open({ ...SCHEMA, fields: [] })).toThrow(SearchUsageError);
  });
});
