import type { ClauseSummary } from '../clauses/clause-summary.view.js';
import { formatAmount } from './format/amount.js';
import { xmlDocument } from './xml-document.js';

/** What a feed is about. */
export interface FeedSource {
  title: string;
  /** Paths of the page it belongs to and of the feed itself. */
  page: string;
  feed: string;
  siteName: string;
  publicUrl: string;
}

/** A feed without entries still needs a date (RFC 4287, 4.2.15): the oldest possible one says nothing happened. */
const NEVER = '1970-01-01T00:00:00.000Z';

const publishedOf = (clause: ClauseSummary): string => clause.publishedAt ?? NEVER;

/** An Atom feed (RFC 4287) of clauses, newest first. */
export function atomFeed(source: FeedSource, clauses: readonly ClauseSummary[]): string {
  const newestFirst = [...clauses].sort((a, b) => publishedOf(b).localeCompare(publishedOf(a)));
  const entries = newestFirst.map((clause) => {
    const address = `${source.publicUrl}/clauses/${clause.code}`;
    const amount = formatAmount(clause.amount);
    return {
      id: address,
      title: clause.title,
      link: { '@href': address },
      updated: publishedOf(clause),
      author: { name: clause.department.name },
      category: clause.topics.map((topic) => ({ '@term': topic.code, '@label': topic.name })),
      summary: amount ? `${amount}。${clause.benefit}` : clause.benefit,
    };
  });
  return xmlDocument({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'zh-CN',
      id: source.publicUrl + source.feed,
      title: `${source.title} - ${source.siteName}`,
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': source.publicUrl + source.feed },
        { '@rel': 'alternate', '@type': 'text/html', '@href': source.publicUrl + source.page },
      ],
      updated: newestFirst[0] ? publishedOf(newestFirst[0]) : NEVER,
      author: { name: source.siteName },
      entry: entries,
    },
  });
}
