import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SearchUsageError } from './search-index.errors.js';
import { SearchIndex } from './search-index.js';
import type { SearchRequest } from './search-request.js';
import { documentOf, SCHEMA } from './testing/fixture.js';

const DOCUMENTS = [
  documentOf('a', '城乡居民医保参保补助办法', {
    number: '鄂政办发〔2020〕5号',
    body: '参保居民按照每人每年六百元的标准补助。',
    region: ['武汉', '襄阳'],
    topic: ['医疗'],
    issued: 20200301,
  }),
  documentOf('b', '关于高新技术企业认定奖励的通知', {
    number: '鄂科技发〔2021〕12号',
    body: 'Ａ类企业一次性奖励，参照鄂政办发〔2020〕5号执行。支持5G基站建设。',
    region: ['武汉'],
    topic: ['创新', '企业'],
    issued: 20210601,
  }),
  documentOf('c', '财政部 税务总局关于小微企业减免的公告', {
    number: '财政部 税务总局公告2023年第12号',
    body: '医疗费用和保险费用另行规定。',
    region: ['全国'],
    topic: ['企业'],
    issued: 20230802,
  }),
  documentOf('d', '医院名单', { kind: 'attachment', region: ['襄阳'], topic: ['医疗'] }),
  documentOf('e', '通　知：𠮷野家商户消费券', { region: ['宜昌'], issued: 20190101 }),
];

let folder: string;
let index: SearchIndex;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-index-'));
  index = SearchIndex.open({ file: join(folder, 'index.db'), schema: SCHEMA });
  index.apply({ upserts: DOCUMENTS, deletes: [], cursor: 42 });
});

afterAll(async () => {
  index.close();
  await rm(folder, { recursive: true });
});

const ids = (request: SearchRequest): string[] => index.search(request).hits.map((hit) => hit.id);

describe('words', () => {
  it.each([
    ['医', ['a', 'c', 'd']],
    ['保', ['a', 'c']],
    ['院', ['d']],
    ['医保', ['a']],
    ['通知', ['b', 'e']],
    ['A类', ['b']],
    ['ａ类企业', ['b']],
    ['5g', ['b']],
    ['5g基站', ['b']],
    ['𠮷', ['e']],
    ['𠮷野', ['e']],
    ['企业 奖励', ['b']],
    ['财政部税务总局', ['c']],
    ['《医保》，参保！', ['a']],
  ])('finds by %j', (text, expected) => {
    const result = index.search({ text });
    expect(result.hits.map((hit) => hit.id).sort()).toEqual(expected);
    expect(result.total).toBe(expected.length);
    expect(result.relaxed).toBe(false);
  });

  it('puts a match in the title before one in the body', () => {
    expect(ids({ text: '奖励' })[0]).toBe('b');
    expect(ids({ text: '医' })).toEqual(['d', 'a', 'c']);
  });

  it('looks for some of the words when no document has all, and says so', () => {
    const result = index.search({ text: '医保 消费券' });
    expect(result.relaxed).toBe(true);
    expect(result.hits.map((hit) => hit.id).sort()).toEqual(['a', 'e']);
  });

  it('puts the document with the very wording first', () => {
    const file = join(folder, 'wording.db');
    const wording = SearchIndex.open({ file, schema: SCHEMA });
    const upserts = [
      documentOf('parts', '社会 会保 保险 补贴'),
      documentOf('whole', '关于社会保险补贴的若干规定'),
    ];
    wording.apply({ upserts, deletes: [], cursor: 1 });
    expect(wording.search({ text: '社会保险' }).hits.map((hit) => hit.id)).toEqual(['whole', 'parts']);
    wording.close();
  });

  it('marks the fields that are asked for, and by default all', () => {
    const marked = (highlight?: string[]): string[] =>
      index
        .search({ text: '医保', ...(highlight && { highlight }) })
        .hits.flatMap((hit) => Object.keys(hit.highlights));
    expect(marked()).toEqual(['title']);
    expect(marked(['body'])).toEqual([]);
    expect(marked(['title', 'body'])).toEqual(['title']);
  });

  it('finds nothing for a word that no document has', () => {
    expect(index.search({ text: '龘' })).toMatchObject({ total: 0, hits: [], relaxed: false });
  });

  it.each(['。，！', '“”', '-', '* "', '🎉'])('finds nothing for %j, which has no word', (text) => {
    expect(index.search({ text, facets: ['region'] })).toMatchObject({
      total: 0,
      hits: [],
      facets: { region: [] },
      relaxed: false,
    });
  });
});

describe('browsing', () => {
  it.each([undefined, '', '  ', '\u200b\u3000'])('lists everything for %j', (text) => {
    expect(ids({ text })).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('sorts either way, without a value last', () => {
    expect(ids({ sort: { by: 'issued', direction: 'ascending' } })).toEqual(['e', 'a', 'b', 'c', 'd']);
    expect(ids({ sort: { by: 'issued', direction: 'descending' } })).toEqual(['c', 'b', 'a', 'e', 'd']);
  });

  it('sorts what a text finds', () => {
    expect(ids({ text: '医', sort: { by: 'issued', direction: 'descending' } })).toEqual(['c', 'a', 'd']);
  });

  it('pages without gaps', () => {
    const pages = [0, 2, 4, 6].map((offset) => index.search({ offset, limit: 2 }));
    expect(pages.flatMap((page) => page.hits.map((hit) => hit.id))).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(pages.map((page) => page.total)).toEqual([5, 5, 5, 5]);
  });
});

describe('document numbers', () => {
  it.each([
    '鄂政办发〔2020〕5号',
    '鄂政办发[2020]５',
    '鄂政办发 2020 5',
    '鄂政办发20205号',
    '查一下鄂政办发（2020）5号',
  ])('puts the document with the number %j first, before one that cites it', (text) => {
    const [first] = index.search({ text, sort: { by: 'issued', direction: 'descending' } }).hits;
    expect(first).toMatchObject({ id: 'a', exact: true });
  });

  it('finds an announcement however the agencies are parted', () => {
    expect(index.search({ text: '财政部、税务总局公告2023年第12号' }).hits).toMatchObject([
      { id: 'c', exact: true },
    ]);
  });

  it('marks the number in the original', () => {
    const [hit] = index.search({ text: '鄂政办发20205号' }).hits;
    expect(hit?.highlights['number']).toEqual([{ start: 0, end: 12 }]);
  });

  it('respects filters', () => {
    expect(index.search({ text: '鄂政办发〔2020〕5号', filters: { region: ['宜昌'] } }).total).toBe(0);
  });
});

describe('filters and facets', () => {
  it('takes any value within a name and all names', () => {
    expect(ids({ filters: { region: ['武汉', '襄阳'] } })).toEqual(['a', 'b', 'd']);
    expect(ids({ filters: { region: ['武汉', '襄阳'], topic: ['医疗'] } })).toEqual(['a', 'd']);
    expect(ids({ text: '医', filters: { region: ['襄阳'], kind: ['policy'] } })).toEqual(['a']);
    expect(ids({ filters: { region: [] } })).toHaveLength(5);
    expect(ids({ filters: { region: ["' OR 1=1 --"] } })).toEqual([]);
  });

  it('counts a facet without its own filter, the others with it', () => {
    for (const text of ['', '企业']) {
      const { facets, total } = index.search({
        text,
        filters: { topic: ['创新'] },
        facets: ['topic', 'region'],
      });
      expect(total).toBe(1);
      expect(facets['region']).toEqual([{ value: '武汉', count: 1 }]);
      expect(facets['topic']).toContainEqual({ value: '企业', count: 2 });
    }
  });

  it('orders values by count, then by name', () => {
    expect(index.search({ facets: ['kind'] }).facets['kind']).toEqual([
      { value: 'policy', count: 4 },
      { value: 'attachment', count: 1 },
    ]);
  });
});

describe('hits', () => {
  it('hand back what was stored, and where the words stand in the original', () => {
    const [hit] = index.search({ text: 'a类 奖励' }).hits;
    const body = DOCUMENTS[1]?.fields['body'] ?? '';
    expect(hit?.stored).toEqual({ title: '关于高新技术企业认定奖励的通知' });
    expect(hit?.highlights['body']?.map(({ start, end }) => body.slice(start, end))).toEqual([
      'Ａ类',
      '奖励',
    ]);
  });
});

describe('requests that do not fit', () => {
  it.each<SearchRequest>([
    { filters: { nope: ['x'] } },
    { facets: ['nope'] },
    { sort: { by: 'nope', direction: 'ascending' } },
    { limit: -1 },
    { limit: 5_000 },
    { offset: Number.NaN },
  ])('are refused: %j', (request) => {
    expect(() => index.search(request)).toThrow(SearchUsageError);
  });
});
