import { valueList, type FilterSelection } from './filter-selection.js';

/** A set of documents as a subquery that gives `doc`. */
export type CandidateSql = string;

/**
 * The documents that a request is about, with all filters or with all but one of them (for the facet of that filter).
 */
export interface Candidates {
  /** @param exceptFilter number of the filter to leave out */
  sql(exceptFilter?: number): CandidateSql;
  /** True when no filter but `exceptFilter` restricts anything, and neither does text: every document is in. */
  isEverything(exceptFilter?: number): boolean;
}

/** All documents that pass the filters, found through the filter index. */
export class BrowseCandidates implements Candidates {
  constructor(private readonly filters: readonly FilterSelection[]) {}

  sql(exceptFilter?: number): CandidateSql {
    const conditions = this.without(exceptFilter).map(
      (filter) => `doc IN (SELECT doc FROM doc_filter WHERE value IN ${valueList(filter)})`,
    );
    return `SELECT doc FROM doc ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}`;
  }

  isEverything(exceptFilter?: number): boolean {
    return this.without(exceptFilter).length === 0;
  }

  private without(exceptFilter: number | undefined): FilterSelection[] {
    return this.filters.filter(({ filter }) => filter !== exceptFilter);
  }
}

/**
 * The rows of the temporary table `hit`, whose `passed` has one bit for each active filter: so each filter is looked
 * at once a hit, however many facets are counted.
 */
export class HitCandidates implements Candidates {
  constructor(private readonly filters: readonly FilterSelection[]) {}

  sql(exceptFilter?: number): CandidateSql {
    return `SELECT doc FROM temp.hit WHERE ${this.condition(exceptFilter)}`;
  }

  isEverything(): boolean {
    return false;
  }

  /** True when any filter restricts the hits. */
  isFiltered(): boolean {
    return this.filters.length > 0;
  }

  /** SQL condition on `passed`. */
  condition(exceptFilter?: number): string {
    const needed = this.filters.reduce(
      (bits, { filter }, i) => (filter === exceptFilter ? bits : bits + 2 ** i),
      0,
    );
    return `(passed & ${needed}) = ${needed}`;
  }

  /** SQL expression for `passed` of the document `docColumn`. */
  passedExpression(docColumn: string): string {
    const bits = this.filters.map(
      (filter, i) =>
        `${2 ** i} * EXISTS (SELECT 1 FROM doc_filter f WHERE f.doc = ${docColumn} AND f.filter = ${filter.filter} ` +
        `AND f.value IN ${valueList(filter)})`,
    );
    return bits.length > 0 ? bits.join(' + ') : '0';
  }
}
