import { Injectable } from '@nestjs/common';
import { normalizeText } from '#libs/chinese-text';
import type { ClauseRow } from '../clauses/clause-row.js';
import { Clock } from '../common/clock.js';
import { contentHash } from '../common/content-hash.js';
import { newId } from '../database/new-id.js';
import { clauseDocument } from '../search/search-documents.js';
import {
  anchorsIn,
  anchorsOf,
  chooseAnchor,
  matchesQuery,
  type SavedQuery,
  type SearchableClause,
} from './saved-query.js';
import type { SavedSearch } from './saved-search.entity.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';

/** A clause as saved searches see it: the same text and filters as the search index. */
export function searchableClause(row: ClauseRow): SearchableClause {
  const { fields, filters } = clauseDocument(row);
  return { text: normalizeText(Object.values(fields).join('\n')), filters };
}

/** Searches that somebody wants to be told about. */
@Injectable()
export class SavedSearchesService {
  constructor(
    private readonly searches: SavedSearchesRepository,
    private readonly clock: Clock,
  ) {}

  /** The row of a search, made where there is none; call it inside a transaction. */
  async keep(query: SavedQuery): Promise<SavedSearch> {
    const queryHash = contentHash(query);
    const known = await this.searches.findByHash(queryHash);
    if (known) return known;
    const search = {
      id: newId(),
      queryHash,
      anchor: chooseAnchor(query, await this.searches.countByAnchor(anchorsOf(query))),
      query,
      createdAt: this.clock.now(),
    };
    await this.searches.insert(search);
    return search;
  }

  async queriesOf(ids: readonly string[]): Promise<Map<string, SavedQuery>> {
    const rows = await this.searches.findByIds([...new Set(ids)]);
    return new Map(rows.map(({ id, query }) => [id, query]));
  }

  /**
   * Ids of all saved searches that a clause version matches: only searches that hang on a pair of characters in
   * its text are looked at.
   */
  async matching(row: ClauseRow): Promise<string[]> {
    const clause = searchableClause(row);
    const candidates = await this.searches.findByAnchors(anchorsIn(clause.text));
    return candidates.filter(({ query }) => matchesQuery(query, clause)).map(({ id }) => id);
  }
}
