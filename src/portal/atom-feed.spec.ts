import { describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import type { ClauseSummary } from '../clauses/clause-summary.view.js';
import { atomFeed } from './atom-feed.js';

const SOURCE = {
  title: '创业',
  page: '/topics/T3001',
  feed: '/topics/T3001/feed.atom',
  siteName: '政策超市',
  publicUrl: 'https://policy.example',
};

const clause = (code: string, publishedAt: string | null, benefit = '补贴'): ClauseSummary => ({
  code,
  title: `条款${code}`,
  status: 'published',
  audience: 'citizen',
  supportKind: 'funding',
  benefit,
  amount: { max: 5000, unit: '元', per: '人' },
  channels: [],
  department: { code: 'hrss', name: '市人社局' },
  policy: { code: 'p1', title: '办法', documentNumber: null },
  topics: [{ code: 'T3001', name: '创业' }],
  applyFrom: null,
  applyTo: null,
  publishedAt,
});

interface Feed {
  feed: { updated: string; entry?: { id: string; summary: string }[] };
}

const read = (xml: string): Feed =>
  new XMLParser({ isArray: (name) => name === 'entry' }).parse(xml, true) as Feed;

describe('atomFeed', () => {
  it('lists clauses newest first and is as old as the newest', () => {
    const { feed } = read(
      atomFeed(SOURCE, [clause('a', '2026-01-01T00:00:00.000Z'), clause('b', '2026-02-01T00:00:00.000Z')]),
    );
    expect(feed.updated).toBe('2026-02-01T00:00:00.000Z');
    expect(feed.entry?.map((entry) => entry.id)).toEqual([
      'https://policy.example/clauses/b',
      'https://policy.example/clauses/a',
    ]);
  });

  it('says what one gets, the sum first', () => {
    const { feed } = read(atomFeed(SOURCE, [clause('a', '2026-01-01T00:00:00.000Z')]));
    expect(feed.entry?.[0]?.summary).toBe('每人最高 5000 元。补贴');
  });

  it('stays well-formed with markup and forbidden characters in a text', () => {
    const xml = atomFeed(SOURCE, [
      clause('a', '2026-01-01T00:00:00.000Z', '<b>满 5 元 & 以上</b>\u0000\u000b]]>'),
    ]);
    expect(read(xml).feed.entry?.[0]?.summary).toContain('<b>满 5 元 & 以上</b>]]>');
  });

  it('is valid with nothing in it', () => {
    const { feed } = read(atomFeed(SOURCE, []));
    expect(feed.entry).toBeUndefined();
    expect(feed.updated).toBe('1970-01-01T00:00:00.000Z');
  });
});
