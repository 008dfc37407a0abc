import { Injectable } from '@nestjs/common';
import { normalizeText } from '#libs/chinese-text';
import type { StoredHit } from './search-documents.js';
import { SearchIndexService } from './search-index.service.js';
import { SearchLogService } from './search-log.service.js';
import type { SuggestionsView, SuggestionView } from './suggestions.view.js';

const MOST_CLAUSES = 5;
const MOST_PLACES = 3;
const MOST_QUERIES = 3;
const KINDS = ['topic', 'department', 'clause'];
/** Of these the best of each kind are taken: a place that comes after so many clauses is not meant. */
const MOST_READ = 30;

function suggestionOf(hit: StoredHit): SuggestionView[] {
  if ('clause' in hit) return [{ kind: 'clause', text: hit.clause.title, code: hit.clause.code }];
  if ('topic' in hit) return [{ kind: 'topic', text: hit.topic.name, code: hit.topic.code }];
  if ('department' in hit)
    return [{ kind: 'department', text: hit.department.name, code: hit.department.code }];
  return [];
}

/** What somebody may be about to type (搜索建议): characters, pinyin and initials alike. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly index: SearchIndexService,
    private readonly log: SearchLogService,
  ) {}

  /** @throws SearchUnavailableError, SearchTooSlowError */
  async suggest(typed: string): Promise<SuggestionsView> {
    const text = normalizeText(typed);
    if (text === '') return { items: [] };
    const [result, popular] = await Promise.all([
      this.index.search({ text: typed, filters: { kind: KINDS }, limit: MOST_READ, highlight: [] }),
      this.log.popular(),
    ]);
    const found = result.hits.flatMap(({ stored }) => suggestionOf(stored));
    const places = found.filter(({ kind }) => kind !== 'clause').slice(0, MOST_PLACES);
    const clauses = found.filter(({ kind }) => kind === 'clause').slice(0, MOST_CLAUSES);
    const queries = popular
      .filter((query) => query !== text && query.includes(text))
      .slice(0, MOST_QUERIES)
      .map((query) => ({ kind: 'query' as const, text: query }));
    return { items: [...queries, ...places, ...clauses] };
  }
}
