import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

interface Hits {
  total: number;
  relaxed: boolean;
  items: { type: string; clause?: { code: string; title: string } }[];
}

describe('the search box', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(() => server.close());

  const search = async (q: string): Promise<Hits> =>
    (await server.get(`/api/v1/search?type=clause&q=${encodeURIComponent(q)}`)).json() as Promise<Hits>;

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
    const { items } = await search(q);
    expect(items.slice(0, 5).map((item) => item.clause?.code)).toContain('hrss-c02');
  });
});
