import { describe, expect, it } from '@jest/globals';
import { suggestTopics } from './suggest-topics.js';

const topics = [
  { code: 'T1', name: '创业', aliases: ['开店', '创业担保贷款'] },
  { code: 'T2', name: '残疾人', aliases: ['轮椅', '无障碍'] },
  { code: 'T3', name: '科技', aliases: ['研发'] },
];

describe('suggestTopics', () => {
  it('finds a topic by its everyday words', () => {
    expect(suggestTopics('给开店的人一笔钱', topics).map((topic) => topic.code)).toEqual(['T1']);
  });

  it('puts the topic first that the text speaks of most', () => {
    const text = '残疾人创业担保贷款，开店可申请';
    expect(suggestTopics(text, topics).map((topic) => topic.code)).toEqual(['T1', 'T2']);
  });

  it('suggests nothing where nothing fits', () => {
    expect(suggestTopics('秸秆还田', topics)).toEqual([]);
  });
});
