import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SearchHit, SearchPage } from '../../src/search/search.view.js';
import type { SuggestionsView } from '../../src/search/suggestions.view.js';
import { createStaff, openStaffSession } from '../support/staff.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

describe('search over HTTP', () => {
  let server: TestApp;
  let staff: string;

  beforeAll(async () => {
    server = await startTestApp({ rateLimitPerMinute: 100_000 });
    await createStaff(server.app, 'boss');
    staff = await openStaffSession(server.app, 'boss');
  });
  afterAll(() => server.close());

  const search = async (q: string, more = '&type=clause'): Promise<SearchPage> =>
    (await server.get(`/api/v1/search?q=${encodeURIComponent(q)}${more}`)).json() as Promise<SearchPage>;
  const codes = (items: readonly SearchHit[]): (string | undefined)[] =>
    items.map((item) => item.clause?.code ?? item.policy?.code);
  const asStaff = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${server.url}/api/v1/staff/search${path}`, {
      method,
      headers: { authorization: `Bearer ${staff}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  describe('the search box', () => {
    it.each([
      '一次性创业补贴',
      '创业补贴',
      'cybt',
      'ycxcybt',
      'yicixingchuangyebutie',
      'chuang ye bu tie',
      'chuangyebut',
      '创业butie',
      '创业补帖',
      '創業補貼',
      '一次性业补贴',
      '补贴 创业',
    ])('finds the start-up subsidy early by %s', async (q) => {
      expect(codes((await search(q)).items).slice(0, 5)).toContain('hrss-c02');
    });

    it('marks what sounds like the query in the original, and asks whether that was meant', async () => {
      const page = await search('yicixing chuangye butei'.replace('butei', 'butie'));
      const hit = page.items.find((item) => item.clause?.code === 'hrss-c02');
      const [range] = hit?.highlights.title ?? [];
      expect(hit?.clause?.title.slice(range?.start, range?.end)).toBe('一次性创业补贴');
      expect((await search('一次性创业补帖')).suggestion).toBe('一次性创业补贴');
      expect((await search('一次性创业补贴')).suggestion).toBeNull();
    });

    it('puts an exact document number first, however it is written', async () => {
      const { items } = await search('财建〔2023〕117号', '');
      const [first] = items;
      const number = first?.policy?.documentNumber ?? first?.clause?.policy.documentNumber ?? '';
      expect(number).toMatch(/财建.2023.117/u);
      const [again] = (await search('财建[2023] 117', '')).items;
      expect(again).toEqual(first);
    });

    it('takes quotes, minus, fields and dates at their word', async () => {
      expect((await search('"创业补帖"')).total).toBe(0);
      const all = await search('补贴');
      const less = await search('补贴 -创业');
      expect(less.total).toBeLessThan(all.total);
      expect(codes(less.items)).not.toContain('hrss-c02');
      const titles = (await search('标题:补贴')).items.map((item) => item.clause?.title ?? '');
      expect(titles.length).toBeGreaterThan(0);
      expect(titles.every((title) => title.includes('补贴'))).toBe(true);
      expect((await search('补贴 日期:1949')).total).toBe(0);
    });

    it('sorts by amount and by what closes next', async () => {
      const amounts = (await search('补贴', '&type=clause&sort=amount')).items.map(
        (item) => item.clause?.amount,
      );
      const yuan = amounts.map((amount) =>
        amount?.unit === '元'
          ? (amount.max ?? amount.min ?? -1)
          : amount?.unit === '万元'
            ? (amount.max ?? amount.min ?? 0) * 1e4
            : -1,
      );
      expect([...yuan].sort((a, b) => b - a)).toEqual(yuan);
      const today = new Date().toISOString().slice(0, 10);
      const open = (await search('', '&type=clause&sort=closing&pageSize=100')).items
        .map((item) => item.clause?.applyTo ?? '')
        .filter((day) => day >= today);
      expect([...open].sort()).toEqual(open);
    });

    it('says which filters stand in the way of any result', async () => {
      const page = await search('一次性创业补贴', '&type=clause&region=990000');
      expect(page.total).toBe(0);
      expect(page.blockingFilters).toEqual(['region']);
    });

    it('suggests clauses, topics and departments by characters, pinyin and initials', async () => {
      const suggest = async (q: string): Promise<SuggestionsView> =>
        (
          await server.get(`/api/v1/search/suggestions?q=${encodeURIComponent(q)}`)
        ).json() as Promise<SuggestionsView>;
      for (const q of ['创业', 'chuangy', 'cybt']) {
        expect((await suggest(q)).items.map((item) => item.code)).toContain('hrss-c02');
      }
      const kinds = (await suggest('人力资源')).items.map((item) => item.kind);
      expect(kinds).toContain('department');
      expect((await suggest('')).items).toEqual([]);
    });
  });

  describe('staff', () => {
    it('see what is searched for and what is not found, without numbers that point at people', async () => {
      for (let i = 0; i < 3; i++) await search('量子玄学牌照');
      await search('13800001111');
      const rows = (await (await asStaff('GET', '/zero-results')).json()) as {
        text: string;
        fruitless: number;
      }[];
      expect(rows).toContainEqual({ text: '量子玄学牌照', searches: 3, fruitless: 3 });
      const all = (await (await asStaff('GET', '/queries')).json()) as { text: string }[];
      expect(all.some(({ text }) => /138/u.test(text))).toBe(false);
    });

    it('pin a clause on top of a search', async () => {
      const put = await asStaff('PUT', '/pins', { query: '我要 开店', codes: ['hrss-c02'] });
      expect(put.status).toBe(200);
      const page = await search('我要　开店');
      expect(codes(page.pinned)).toEqual(['hrss-c02']);
      expect(codes(page.items)).not.toContain('hrss-c02');
      await asStaff('PUT', '/pins', { query: '我要 开店', codes: [] });
      expect((await search('我要 开店')).pinned).toEqual([]);
    });

    it('are told why a hit stands where it stands; the public is not', async () => {
      const path = `?q=${encodeURIComponent('创业补贴')}&explain=1`;
      const page = (await (await asStaff('GET', path)).json()) as SearchPage;
      expect(page.items[0]?.explanation).toMatchObject({ exactNumber: false, tier: 0 });
      const address = `${server.url}/api/v1/search${path}`;
      expect((await fetch(address)).status).toBe(401);
      const same = await fetch(address, { headers: { authorization: `Bearer ${staff}` } });
      expect(((await same.json()) as SearchPage).items[0]?.explanation).toBeDefined();
      expect((await search('创业补贴', '&explain=0')).items[0]?.explanation).toBeUndefined();
    });
  });

  describe('bad input', () => {
    it.each([
      ['10,000 letters', `q=${'a'.repeat(10_000)}`, [400]],
      ['10,000 characters', `q=${encodeURIComponent('补'.repeat(10_000))}`, [400]],
      ['fifty filters', Array.from({ length: 50 }, (_, i) => `topic=t${i}`).join('&'), [400]],
      ['control characters', 'q=%00%01%02', [200, 400]],
      ['broken UTF-8', 'q=%ff%fe', [200, 400]],
      ['a broken surrogate', 'q=%ed%a0%80', [200, 400]],
      ['emoji', `q=${encodeURIComponent('🎉🎉')}`, [200]],
      ['SQL', `q=${encodeURIComponent("'; DROP TABLE doc; --")}`, [200]],
      ['FTS5', `q=${encodeURIComponent('NEAR(a b) AND {title}: * "')}`, [200]],
      ['an unknown sort', 'sort=price', [400]],
    ])('%s is answered or refused', async (_, query, statuses) => {
      expect(statuses).toContain((await server.get(`/api/v1/search?${query}`)).status);
    });

    it('of any kind never fails', async () => {
      const unit = fc.constantFrom(...'补贴创业cybt "“-:：标题日期.*()NOT2024〔〕\u0000\ud800🎉');
      await fc.assert(
        fc.asyncProperty(fc.string({ unit, maxLength: 60 }), async (q) => {
          const text = encodeURIComponent(q.replaceAll(/\p{Cs}/gu, '?'));
          expect([200, 400]).toContain((await server.get(`/api/v1/search?q=${text}`)).status);
          expect([200, 400]).toContain((await server.get(`/api/v1/search/suggestions?q=${text}`)).status);
        }),
        { numRuns: 60 },
      );
    });
  });
});
