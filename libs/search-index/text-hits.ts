import {
  documentNumberKeys,
  normalizeText,
  readQuery,
  type QueryReading,
  type QueryReadings,
} from '#libs/chinese-text';
import type { HitCandidates } from './candidates.js';
import {
  allWordsExpression,
  anyOf,
  MAX_QUERY_TOKENS,
  wordingExpression,
  type MatchExpression,
} from './match-expression.js';
import { fillExactHits, isPrecise } from './exact-hits.js';
import { rankHits, type RankedHit } from './rank-hits.js';
import { isName, someTokensExpression } from './relaxed-hits.js';
import type { SearchContext } from './search-context.js';
import type { MatchKind, SearchRequest } from './search-request.js';
import { textColumns } from './search-schema.js';
import type { SynonymReading } from './synonyms.js';

/** Longer queries are cut: no question has more, and a document number stands in the first characters of one. */
const MAX_QUERY_LENGTH = 1_000;
/** Hits that are looked at closely and put in order; the others follow as BM25 has them. */
const RANKED = 100;
/** Hits of a question, and of a name that was typed wrong, of which no document has all. */
const RELAXED = 250;
const RELAXED_NAME = 60;
/** Fewer tokens are words that may stand anywhere; more are a wording. */
const FEW_TOKENS = 6;
/** Of a relaxed query, of which no text has everything, only hits are shown whose score is at least this part of the best. */
const WORTH_SHOWING = 0.2;

function shortened(text: string): string {
  return text.trim().slice(0, MAX_QUERY_LENGTH);
}

/** True when a query asks for nothing, as opposed to something that cannot be found such as punctuation. */
export function isBlank(text: string): boolean {
  return normalizeText(shortened(text)) === '';
}

/** How a query was understood. */
export interface TextHits {
  readonly query: QueryReadings;
  /** Keys of the document numbers in the query that the index knows. */
  readonly numberKeys: readonly string[];
  /** See SearchResult. */
  readonly match: MatchKind;
  /** See SearchResult. */
  readonly synonyms: readonly string[];
  /** The first hits by document, looked at closely. */
  readonly ranked: ReadonlyMap<number, RankedHit>;
}

/**
 * Fills the temporary table `hit` (doc, exact, tier, rank, passed) with the documents that match a text, whatever the
 * filters: so the answer does not change its nature when a filter is set.
 */
export function fillHits(
  context: SearchContext,
  request: SearchRequest,
  candidates: HitCandidates,
): TextHits {
  const { db } = context;
  const { text = '', wordings = [] } = request;
  db.exec(
    'CREATE TEMP TABLE IF NOT EXISTS hit (doc INTEGER PRIMARY KEY, exact INTEGER NOT NULL, tier INTEGER NOT NULL, ' +
      'rank REAL NOT NULL, passed INTEGER NOT NULL); DELETE FROM temp.hit',
  );
  const short = shortened(text);
  const query = readQuery(short, MAX_QUERY_TOKENS);
  if (isPrecise(request)) {
    fillExactHits(context, { ...request, text: short }, candidates);
    const shown = [
      short,
      ...wordings.filter(({ exclude }) => exclude !== true).map((wording) => wording.text),
    ];
    const marked = readQuery(shown.join(' '), MAX_QUERY_TOKENS);
    return { query: marked, numberKeys: [], match: 'all', synonyms: [], ranked: new Map() };
  }
  const numberKeys = knownKeys(context, short);
  for (const key of numberKeys) insertNumber(context, candidates, key);
  const found = new TextSearch(context, short, query, candidates).run(numberKeys.length > 0);
  return { query, numberKeys, ...found };
}

/** One text search: tries from the most literal reading of the query to the widest, until something is found. */
class TextSearch {
  private readonly synonyms: SynonymReading | null;

  constructor(
    private readonly context: SearchContext,
    private readonly text: string,
    private readonly query: QueryReadings,
    private readonly candidates: HitCandidates,
  ) {
    this.synonyms = context.synonyms.read(context.schema, query.literal);
  }

  run(numbered: boolean): Pick<TextHits, 'match' | 'synonyms' | 'ranked'> {
    const { schema } = this.context;
    const { literal } = this.query;
    if (literal.tokens.length === 0) return { match: 'all', synonyms: [], ranked: new Map() };
    const synonyms = this.synonyms?.words ?? [];
    if (!isName(this.query)) return this.question(synonyms);
    const few = literal.tokens.reduce((sum, word) => sum + word.required.length, 0) <= FEW_TOKENS;
    const written = few
      ? allWordsExpression(schema, literal.tokens)
      : wordingExpression(schema, literal.tokens);
    if (this.insert(anyOf([written, this.synonyms?.expression ?? null])) || numbered) {
      return { match: 'all', synonyms, ranked: this.rank([literal], RANKED) };
    }
    const sound = this.query.sound();
    if (this.insert(anyOf(sound.map(({ tokens }) => wordingExpression(schema, tokens))))) {
      return { match: 'sound', synonyms: [], ranked: this.rank(sound, RANKED) };
    }
    const initials = this.query.initials();
    if (initials !== null && this.insert(wordingExpression(schema, initials.tokens))) {
      return { match: 'initials', synonyms: [], ranked: this.rank([initials], RANKED) };
    }
    return this.nearest(RELAXED_NAME, synonyms);
  }

  /** A question is answered by the texts that have most of it; all of it by chance is no better. */
  private question(synonyms: readonly string[]): Pick<TextHits, 'match' | 'synonyms' | 'ranked'> {
    this.insert(wordingExpression(this.context.schema, this.query.literal.tokens), RELAXED);
    return this.nearest(RELAXED, synonyms);
  }

  private nearest(
    limit: number,
    synonyms: readonly string[],
  ): Pick<TextHits, 'match' | 'synonyms' | 'ranked'> {
    const { schema } = this.context;
    const { literal } = this.query;
    this.insert(allWordsExpression(schema, literal.tokens), limit);
    const all = this.hasHits();
    this.insert(someTokensExpression(schema, this.context.rarity, this.query, this.synonyms), limit);
    const ranked = this.rank(this.likelyReadings(), 2 * limit);
    this.dropUnlike(ranked);
    return { match: all || !this.hasHits() ? 'all' : 'some', synonyms, ranked };
  }

  /** A question is compared by its characters alone: how a whole sentence sounds says nothing more, and takes time. */
  private likelyReadings(): readonly QueryReading[] {
    if (!isName(this.query)) return [this.query.literal];
    const initials = this.query.initials();
    const readings = [...this.query.sound(), ...(initials === null ? [] : [initials])];
    return readings.length > 0 ? readings : [this.query.literal];
  }

  /** @returns whether anything was found, now or before */
  private insert(expression: MatchExpression, limit?: number): boolean {
    if (expression === null) return this.hasHits();
    const { db, schema } = this.context;
    const weights = textColumns(schema).map((column) => column.weight);
    const filtered = limit !== undefined && this.candidates.isFiltered();
    // The best of all, for the counts beside the filters, and the best that pass them.
    for (const condition of filtered ? ['TRUE', this.candidates.condition()] : ['TRUE']) {
      db.run(
        `INSERT OR IGNORE INTO temp.hit SELECT x.doc, 0, d.tier, x.rank, x.passed FROM (
           SELECT * FROM (SELECT rowid AS doc, bm25(doc_text, ${weights.join(', ')}) AS rank,
             ${this.candidates.passedExpression('doc_text.rowid')} AS passed
           FROM doc_text WHERE doc_text MATCH ?) WHERE ${condition} ${limit === undefined ? '' : `ORDER BY rank LIMIT ${limit}`}) x
         CROSS JOIN doc d WHERE d.doc = x.doc`,
        expression,
      );
    }
    return this.hasHits();
  }

  private rank(readings: readonly QueryReading[], limit: number): Map<number, RankedHit> {
    const { db } = this.context;
    const query = {
      literal: this.query.literal,
      readings,
      synonyms: this.synonyms?.readings ?? [],
      question: isName(this.query) ? null : normalizeText(this.text),
    };
    const ranked = rankHits(this.context, query, limit);
    db.run(
      `UPDATE temp.hit SET rank = j.value ->> 1 FROM json_each(?) j WHERE temp.hit.doc = j.value ->> 0`,
      JSON.stringify(ranked.map(({ doc, score }) => [doc, -RANKED_FIRST - score])),
    );
    return new Map(ranked.map((hit) => [hit.doc, hit]));
  }

  private dropUnlike(ranked: ReadonlyMap<number, RankedHit>): void {
    const best = Math.max(0, ...Array.from(ranked.values(), ({ score }) => score));
    const unlike = [...ranked.values()].filter(({ score }) => score < best * WORTH_SHOWING);
    this.context.db.run(
      'DELETE FROM temp.hit WHERE exact = 0 AND doc IN (SELECT value FROM json_each(?))',
      JSON.stringify(unlike.map(({ doc }) => doc)),
    );
  }

  private hasHits(): boolean {
    return this.context.db.first('SELECT 1 FROM temp.hit LIMIT 1') !== undefined;
  }
}

/** BM25 never gets here, so hits that were looked at come before those that were not. */
const RANKED_FIRST = 1e9;

function insertNumber({ db }: SearchContext, candidates: HitCandidates, key: string): void {
  db.run(
    `INSERT OR IGNORE INTO temp.hit SELECT n.doc, 1, d.tier, 0, ${candidates.passedExpression('n.doc')}
     FROM doc_number n CROSS JOIN doc d WHERE n.key = ? AND d.doc = n.doc`,
    key,
  );
}

/** Of each number's possible keys the likeliest that a document has. */
function knownKeys({ db }: SearchContext, text: string): string[] {
  return documentNumberKeys(text).flatMap((keys) => {
    const known = keys.find(
      (key) => db.first('SELECT 1 FROM doc_number WHERE key = ? LIMIT 1', key) !== undefined,
    );
    return known === undefined ? [] : [known];
  });
}
