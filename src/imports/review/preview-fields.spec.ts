import { describe, expect, it } from '@jest/globals';
import { shortened, toFieldView } from './preview-fields.js';

describe('the fields of a preview', () => {
  it('show of long texts what differs, with a little around it', () => {
    const [head, tail] = ['甲'.repeat(5_000), '乙'.repeat(5_000)];
    const { before, after } = shortened(`${head}旧${tail}`, `${head}新新${tail}`);
    expect(before).toBe(`……${'甲'.repeat(100)}旧${'乙'.repeat(100)}……`);
    expect(after).toBe(`……${'甲'.repeat(100)}新新${'乙'.repeat(100)}……`);
  });

  it('cut what stays long', () => {
    expect(shortened('', '长'.repeat(9_000)).after).toBe(`${'长'.repeat(2_000)}……`);
  });

  it('show other values as they are, under the name that people know', () => {
    expect(toFieldView({ field: 'aliases', before: null, after: ['开店'] })).toEqual({
      field: 'aliases',
      label: '别名',
      before: null,
      after: ['开店'],
    });
    expect(toFieldView({ field: 'benefit', before: '旧', after: null })).toMatchObject({
      label: '扶持内容',
      before: '旧',
      after: null,
    });
  });
});
