/** What is needed of a topic to suggest it. */
export interface SuggestibleTopic {
  code: string;
  name: string;
  aliases: string[];
}

const MOST_SUGGESTIONS = 3;
const SHORTEST_WORD = 2;

/** How many characters of the topic's distinct words stand in `text`; a name counts double. */
function score(topic: SuggestibleTopic, text: string): number {
  const named = text.includes(topic.name) ? topic.name.length * 2 : 0;
  return topic.aliases
    .filter((alias) => alias.length >= SHORTEST_WORD && alias !== topic.name && text.includes(alias))
    .reduce((sum, alias) => sum + alias.length, named);
}

/** The topics (at most three) whose names and aliases `text` uses most, best first. */
export function suggestTopics<T extends SuggestibleTopic>(text: string, topics: readonly T[]): T[] {
  return topics
    .map((topic) => ({ topic, points: score(topic, text) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.topic.code < b.topic.code ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ topic }) => topic);
}
