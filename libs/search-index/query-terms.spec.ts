import { describe, expect, it } from '@jest/globals';
import { readQuery } from '#libs/chinese-text';
import { queryTerms } from './query-terms.js';
import type { TokenRarity } from './token-rarity.js';

/** Every term is equally rare. */
const even = { idfOfWording: () => 1 } as unknown as TokenRarity;

const weights = (query: string, synonyms: string[] = []): Map<string, number> => {
  const reading = (text: string) => readQuery(text, 48).literal;
  return new Map(
    queryTerms(reading(query), synonyms.map(reading), even).map(({ text, weight }) => [text, weight]),
  );
};

describe('the terms of a query', () => {
  it('weigh a pair that is a word more than one that parts two words', () => {
    const found = weights('申请补贴');
    expect(found.get('补贴')).toBeGreaterThan(found.get('请补') ?? Infinity);
    expect(found.get('补')).toBeGreaterThan(0);
  });

  it('hardly weigh the characters of grammar', () => {
    const found = weights('补贴的条件');
    expect(found.get('的')).toBeLessThan((found.get('条') ?? 0) / 10);
  });

  it('weigh synonyms less than what was typed, and never twice', () => {
    const found = weights('社保', ['社会保险']);
    expect(found.get('保险')).toBeLessThan(found.get('社保') ?? 0);
    expect(found.get('社')).toBe(weights('社保').get('社'));
  });

  it('keep words of other scripts whole', () => {
    expect([...weights('5g补贴').keys()]).toContain('5g');
    expect([...weights('5g补贴').keys()]).not.toContain('g补');
  });
});
