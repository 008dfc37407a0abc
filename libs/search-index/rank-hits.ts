import {
  analyseText,
  normalizeText,
  readingsOfCharacter,
  type QueryElement,
  type QueryReading,
} from '#libs/chinese-text';
import { align, type Alignment, type SpokenText } from './align.js';
import { coverage } from './cover.js';
import { queryTerms } from './query-terms.js';
import { contentColumns, type SearchSchema } from './search-schema.js';
import type { Sqlite } from './sqlite.js';
import type { TokenRarity } from './token-rarity.js';

/** What the ranking of a query goes by. */
export interface RankedQuery {
  readonly literal: QueryReading;
  /** Readings in which the words may lie in the names of documents; the best one counts. */
  readonly readings: readonly QueryReading[];
  readonly synonyms: readonly QueryReading[];
}

/** A hit with its place, and why it has it. */
export interface RankedHit {
  readonly doc: number;
  /** From 0 to about 2. */
  readonly score: number;
  /** How much of the query's weight the texts cover. */
  readonly coverage: number;
  /** How well the query lies in the document's name, from 0 to 1. */
  readonly alignment: number;
  /** The stretch of the name that the query lies in, normalized. */
  readonly wording: string;
}

/** Texts are looked at up to here: what matters stands at the beginning, and time is short. */
const MAX_SCANNED = 3_000;
/** So much of a question lies in any name by chance. */
const CHANCE = 0.4;
/** Which documents to look at is the weights' business; here they only shade what the words say. */
const WEIGHT_POWER = 0.35;
/** What a name gets that holds the very wording. */
const WHOLE = 0.5;

/** Looks closely at the first hits, which are in the temporary table `hit`, and judges each anew. */
export function rankHits(
  db: Sqlite,
  schema: SearchSchema,
  rarity: TokenRarity,
  query: RankedQuery,
  limit: number,
): RankedHit[] {
  const columns = contentColumns(schema).map((column) => `c.${column}`);
  const rows = db.all<Record<string, string> & { doc: number }>(
    `SELECT h.doc, ${columns.join(', ')} FROM
       (SELECT doc FROM temp.hit ORDER BY exact DESC, tier, rank LIMIT ${limit}) h
     CROSS JOIN doc_content c WHERE c.doc = h.doc`,
  );
  const texts = rows.map((row) =>
    schema.fields.map((_, f) => normalizeText((row[`field_${f}`] ?? '').slice(0, MAX_SCANNED))),
  );
  const weights = schema.fields.map(({ weight }) => weight ** WEIGHT_POWER);
  const covered = coverage(queryTerms(query.literal, query.synonyms, rarity), weights, texts);
  // The first field that is looked for by sound is the name, by default the first.
  const name = Math.max(
    0,
    schema.fields.findIndex((field) => field.phonetic),
  );
  return rows.map(({ doc }, i) => {
    const placed = placeIn(texts[i]?.[name] ?? '', query.readings);
    const cover = covered[i] ?? 0;
    return {
      doc,
      score: cover + Math.max(0, placed.score - CHANCE) / (1 - CHANCE),
      coverage: cover,
      alignment: placed.score,
      wording: placed.wording,
    };
  });
}

function placeIn(name: string, readings: readonly QueryReading[]): { score: number; wording: string } {
  let best = { score: 0, wording: '' };
  if (name === '') return best;
  const { units } = analyseText(name);
  const sounded = readings.some(({ words }) =>
    words.some((word) => word.some(({ initial }) => initial !== '')),
  );
  const spoken: SpokenText = {
    texts: units.map((unit) => unit.text),
    readings: units.map((unit) => (sounded && unit.han ? readingsOfCharacter(unit.text) : [])),
  };
  for (const { words } of readings) {
    const placed = words.map((word) => align(word, spoken));
    const score = meanOf(words, placed);
    if (score <= best.score) continue;
    const { start = 0, end = 0 } = placed.length === 1 ? (placed[0] ?? {}) : {};
    best = {
      score,
      wording: units
        .slice(start, end)
        .map((unit) => unit.text)
        .join(''),
    };
  }
  // Of two names that hold the whole query, the one that says little else comes first.
  const whole = best.score > 0.999 ? WHOLE : 0;
  return { ...best, score: best.score + whole + 0.05 / Math.sqrt(units.length) };
}

function meanOf(words: readonly (readonly QueryElement[])[], placed: readonly Alignment[]): number {
  const elements = words.reduce((sum, word) => sum + word.length, 0);
  const scores = placed.reduce((sum, { score }, i) => sum + score * (words[i]?.length ?? 0), 0);
  return elements === 0 ? 0 : scores / elements;
}
