import { describe, expect, it } from '@jest/globals';
import { TitleIndex } from './title-index.js';

describe('TitleIndex', () => {
  const filled = (): TitleIndex => {
    const index = new TitleIndex();
    index.put('a', '一次性创业补贴');
    index.put('b', '一次性创业补助');
    index.put('c', '稳岗返还');
    return index;
  };

  it('finds what shares most neighbouring characters, the most alike first', () => {
    expect(filled().alike('一次性创业补贴', 0.7, 5)).toEqual([
      { id: 'a', likeness: 1 },
      { id: 'b', likeness: 10 / 12 },
    ]);
  });

  it('leaves out what is less alike, and what comes after the limit', () => {
    expect(
      filled()
        .alike('一次性创业补贴', 0.9, 5)
        .map(({ id }) => id),
    ).toEqual(['a']);
    expect(
      filled()
        .alike('一次性创业补贴', 0.7, 1)
        .map(({ id }) => id),
    ).toEqual(['a']);
    expect(filled().alike('高校毕业生租房', 0.1, 5)).toEqual([]);
  });

  it('goes by the title that was put last', () => {
    const index = filled();
    index.put('a', '稳岗返还补贴');
    expect(index.alike('一次性创业补贴', 0.7, 5).map(({ id }) => id)).toEqual(['b']);
    expect(index.alike('稳岗返还补贴', 0.7, 5)[0]).toEqual({ id: 'a', likeness: 1 });
    expect(index.size).toBe(3);
  });

  it('forgets what was removed', () => {
    const index = filled();
    index.remove('a');
    index.remove('never there');
    expect(index.alike('一次性创业补贴', 0.7, 5).map(({ id }) => id)).toEqual(['b']);
    expect(index.size).toBe(2);
  });

  it('has nothing alike to a single character', () => {
    const index = filled();
    index.put('d', '补');
    expect(index.alike('补', 0.1, 5)).toEqual([]);
  });

  it('says the same as comparing with every title', () => {
    const index = new TitleIndex();
    const titles = Array.from({ length: 400 }, (_, at) =>
      Array.from(
        { length: 6 + (at % 5) },
        (_unused, place) => '补贴创业就业奖励'[(at * 7 + place * place) % 8],
      ).join(''),
    );
    titles.forEach((title, at) => index.put(String(at), title));
    const pairs = (text: string): Set<string> =>
      new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
    const like = (one: string, other: string): number => {
      const [a, b] = [pairs(one), pairs(other)];
      return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
    };
    for (const title of titles.slice(0, 40)) {
      const expected = titles.flatMap((other, at) => (like(title, other) >= 0.7 ? [String(at)] : [])).sort();
      const found = index.alike(title, 0.7, titles.length).map(({ id }) => id);
      expect(found.sort()).toEqual(expected);
    }
  });
});
