import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SearchIndex } from './search-index.js';
import { documentOf, SCHEMA } from './testing/fixture.js';

const NAMES = [
  '国务院关于“先照后证”改革后加强事中事后监管的意见',
  '先照后证改革后加强事中事后监管实施办法',
  '关于印发参事室职能配置、内设机构和人员编制方案的通知',
  '参事室职能配置内设机构和人员编制规定',
  '印发《临江市经济适用住房管理（试行）办法》的通知',
];

const NAMED = {
  ...SCHEMA,
  fields: SCHEMA.fields.map((field) => (field.name === 'title' ? { ...field, phonetic: true } : field)),
};

describe('quotes, brackets and the like in a name', () => {
  let folder: string;
  let index: SearchIndex;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'marks-'));
    index = SearchIndex.open({ file: join(folder, 'index.db'), schema: NAMED });
    index.apply({ upserts: NAMES.map((name) => documentOf(name, name)), deletes: [], cursor: 1 });
  });
  afterAll(async () => {
    index.close();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['先照后证改革后', [NAMES[0], NAMES[1]]],
    ['后证改革后加强', [NAMES[0], NAMES[1]]],
    ['houzhenggaigehou', [NAMES[0], NAMES[1]]],
    ['cssznpznsjg', [NAMES[2], NAMES[3]]],
    ['职能培置内设', [NAMES[2], NAMES[3]]],
    ['发临江市经济', [NAMES[4]]],
    ['管理试行办法', [NAMES[4]]],
    ['“先照后证”改革', [NAMES[0], NAMES[1]]],
  ])('need not be typed: %s', (text, expected) => {
    const found = index.search({ text }).hits.map(({ id }) => id);
    expect(found.sort()).toEqual([...expected].sort());
  });

  it('stand inside what is marked', () => {
    const [hit] = index.search({ text: '管理试行办法' }).hits;
    const { start, end } = hit?.highlights['title']?.[0] ?? { start: 0, end: 0 };
    expect(NAMES[4]?.slice(start, end)).toBe('管理（试行）办法');
  });
});
