import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SearchIndex } from './search-index.js';
import { documentOf, SCHEMA } from './testing/fixture.js';

let index: SearchIndex;

beforeAll(() => {
  index = SearchIndex.open({ file: ':memory:', schema: SCHEMA });
  const upserts = Array.from({ length: 300 }, (_, i) =>
    documentOf(`id-${i}`, `第${i}条 企业补贴 near and or not`, { body: '医保 "quoted" * ^ 关于'.repeat(20) }),
  );
  index.apply({ upserts, deletes: [], cursor: 1 });
});

afterAll(() => index.close());

describe('hostile queries', () => {
  it.each([
    '"',
    '""',
    "'; DROP TABLE doc; --",
    '医保 OR 1=1',
    'title: 企业',
    '{gram_0}: 企业',
    '企业*',
    '^企业',
    '企业 NOT 医保',
    'NEAR(企业 补贴, 2)',
    '(((((',
    '企业 AND',
    '-企业',
    '"企业 补贴',
    '企业\u0000补贴',
    '%',
    '_',
    '\\',
  ])('answers %j without an error', (text) => {
    expect(index.search({ text }).total).toBeGreaterThanOrEqual(0);
    expect(index.size()).toBe(300);
  });

  it('takes FTS5 operators for the words they are', () => {
    expect(index.search({ text: 'NOT 企业' })).toMatchObject({ total: 300, relaxed: false });
    expect(index.search({ text: 'not there' })).toMatchObject({ total: 60, relaxed: true });
  });

  it.each([
    ['one long run', '补贴企业医保关于'.repeat(1_250)],
    ['many words', '企业 '.repeat(5_000)],
    ['many different words', Array.from({ length: 5_000 }, (_, i) => `w${i}`).join(' ')],
    ['one long Latin word', 'x'.repeat(10_000)],
    ['blanks and a word', `${' '.repeat(10_000)}企业`],
  ])('answers 10,000 characters of %s in time', (_, text) => {
    expect(index.search({ text }).tookMs).toBeLessThan(1_000);
  });

  it('answers lone surrogates, in queries and in documents', () => {
    const lone = { ...documentOf('lone', 'x\ud800企业\udc00y', { region: ['\ud800'] }) };
    index.apply({ upserts: [lone], deletes: [], cursor: 2 });
    const [hit] = index.search({ text: '\udfff企业\ud800 y' }).hits;
    expect(hit).toMatchObject({ id: 'lone', stored: { title: 'x\ud800企业\udc00y' } });
    expect(hit?.highlights['title']).toEqual([
      { start: 2, end: 4 },
      { start: 5, end: 6 },
    ]);
    index.apply({ upserts: [], deletes: ['lone'], cursor: 3 });
  });

  it('never throws and is never slow', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(...'企业补贴医保 "*^()+-:{}ANDORNOT〔2020〕5号\ud800\u0000'),
        maxLength: 300,
      }),
    );
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 3 }), (text, region) => {
        const { total, hits, tookMs } = index.search({ text, filters: { region }, facets: ['kind'] });
        expect(hits.length).toBeLessThanOrEqual(total);
        expect(tookMs).toBeLessThan(1_000);
      }),
      { numRuns: 300 },
    );
  });

  it('finds every document by its own title, whatever that is', () => {
    const title = fc.string({
      unit: fc.constantFrom(...'企业医𠮷a1 ，（）〔〕ｂ\ud800'),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        title.filter((text) => /[\p{L}\p{N}]/u.test(text)),
        (text) => {
          index.apply({ upserts: [documentOf('own', text)], deletes: [], cursor: 4 });
          const { hits, relaxed } = index.search({ text, limit: 1_000 });
          expect(relaxed).toBe(false);
          expect(hits.map((hit) => hit.id)).toContain('own');
        },
      ),
      { numRuns: 200 },
    );
    index.apply({ upserts: [], deletes: ['own'], cursor: 5 });
  });
});
