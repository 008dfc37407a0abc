import type { TopicGroupView } from '../../../../src/topics/topic.view.js';

/** How many clauses stand under a group's topics; one clause may count under several. */
const clausesIn = (group: TopicGroupView): number =>
  group.topics.reduce((sum, topic) => sum + topic.clauseCount, 0);

/** Groups with the most to find first; what is equal keeps the order of the catalogue. */
export const fullestFirst = (groups: readonly TopicGroupView[]): TopicGroupView[] =>
  [...groups].sort((a, b) => clausesIn(b) - clausesIn(a));
