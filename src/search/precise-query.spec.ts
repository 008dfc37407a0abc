import { describe, expect, it } from '@jest/globals';
import { readPreciseQuery } from './precise-query.js';

describe('readPreciseQuery', () => {
  it('leaves words alone', () => {
    expect(readPreciseQuery('创业 补贴')).toEqual({ text: '创业 补贴', wordings: [], ranges: [] });
    expect(readPreciseQuery('鄂政办发[2020]5号')).toMatchObject({ text: '鄂政办发[2020]5号', wordings: [] });
    expect(readPreciseQuery('财建-117')).toMatchObject({ text: '财建-117', wordings: [] });
  });

  it('reads quotes, minus and fields', () => {
    expect(readPreciseQuery('补贴 "一次性创业" -贷款 标题:社保 -部门：人社局').wordings).toEqual([
      { text: '一次性创业', exclude: false },
      { text: '贷款', exclude: true },
      { text: '社保', exclude: false, field: 'title' },
      { text: '人社局', exclude: true, field: 'department' },
    ]);
    expect(readPreciseQuery('补贴 “一次性创业”').text).toBe('补贴');
  });

  it('reads dates', () => {
    const [range] = readPreciseQuery('日期:2024-02..2024-02').ranges;
    expect(new Date(range?.from ?? 0).toISOString()).toBe('2024-02-01T00:00:00.000Z');
    expect(range?.to).toBeGreaterThanOrEqual(Date.parse('2024-02-29'));
    expect(readPreciseQuery('日期:2024').ranges).toHaveLength(1);
    expect(readPreciseQuery('日期:昨天').ranges).toHaveLength(0);
  });

  it.each(['"', '""', '-', '- -', '标题:', ':', '“”'])('asks for no wording in %j', (typed) => {
    expect(readPreciseQuery(typed).wordings).toEqual([]);
  });
});
