import { describe, expect, it } from '@jest/globals';
import { changedFields, draftHash, mergeChanges, shapeFaults, tidyContent } from './draft-content.js';

const SHAPE = { title: 'text', ordinal: 'number', steps: [{ name: 'text' }], topics: ['text'] } as const;

describe('the content of a draft', () => {
  it('is the same whether nothing is said or left out', () => {
    const tidy = tidyContent({ title: ' 补贴 ', topics: ['', ' '], steps: [{ name: '' }], note: null });
    expect(tidy).toEqual({ title: '补贴' });
    expect(draftHash('clause', 'c1', tidy)).toBe(draftHash('clause', 'c1', { title: '补贴', topics: null }));
    expect(draftHash('clause', 'c2', tidy)).not.toBe(draftHash('clause', 'c1', tidy));
  });

  it('is refused with fields that do not exist and values of another type, at any depth', () => {
    expect(shapeFaults(SHAPE, { title: 1, status: 'published' }).map(({ path }) => path)).toEqual([
      'title',
      'status',
    ]);
    expect(shapeFaults(SHAPE, { steps: [{ name: '受理' }, { nmae: '办结' }] })).toMatchObject([
      { path: 'steps.1.nmae' },
    ]);
    expect(shapeFaults(SHAPE, { topics: 'one', ordinal: '1' })).toHaveLength(2);
    expect(
      shapeFaults(SHAPE, JSON.parse('{"__proto__": 1, "constructor": 2}') as object as never),
    ).toHaveLength(2);
  });

  it('may be unfinished', () => {
    expect(shapeFaults(SHAPE, { title: '', steps: [{}], topics: [] })).toEqual([]);
  });

  it('tells which fields changed', () => {
    const before = { title: '甲', topics: ['a', 'b'], ordinal: 1 };
    const after = { title: '乙', topics: ['a', 'b'], phone: '1' };
    expect(changedFields(before, after)).toEqual([
      { field: 'ordinal', before: 1, after: null },
      { field: 'phone', before: null, after: '1' },
      { field: 'title', before: '甲', after: '乙' },
    ]);
  });

  it('joins changes that follow each other', () => {
    const joined = mergeChanges(
      [{ field: 'title', before: '甲', after: '乙' }],
      [
        { field: 'title', before: '乙', after: '丙' },
        { field: 'phone', before: null, after: '1' },
      ],
    );
    expect(joined).toEqual([
      { field: 'title', before: '甲', after: '丙' },
      { field: 'phone', before: null, after: '1' },
    ]);
  });
});
