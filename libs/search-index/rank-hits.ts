import { analyseText, readingsOfCharacter, type QueryElement, type QueryReading } from '#libs/chinese-text';
import { align, type Alignment, type SpokenText } from './align.js';
import { answerTests } from './answer-kinds.js';
import { coverOf, type Cover, type FieldTexts } from './cover.js';
import { queryTerms } from './query-terms.js';
import type { SearchContext } from './search-context.js';

/** What the ranking of a query goes by. */
export interface RankedQuery {
  readonly literal: QueryReading;
  /** Readings in which the words may lie in the names of documents; the best one counts. */
  readonly readings: readonly QueryReading[];
  readonly synonyms: readonly QueryReading[];
  /** All of the query, normalized, where it is a sentence that asks for something; null where it is a name. */
  readonly question: string | null;
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

/** So much of a question lies in any name by chance. */
const CHANCE = 0.4;
/** Which documents to look at is the weights' business; here they only shade what the words say. */
const WEIGHT_POWER = 0.35;
/** What a name gets that holds the very wording. */
const WHOLE = 0.5;

/** Looks closely at the first hits, which are in the temporary table `hit`, and judges each anew. */
export function rankHits(
  { db, schema, rarity, texts }: SearchContext,
  query: RankedQuery,
  limit: number,
): RankedHit[] {
  const docs = db
    .all<{ doc: number }>(`SELECT doc FROM temp.hit ORDER BY exact DESC, tier, rank LIMIT ${limit}`)
    .map(({ doc }) => doc);
  const candidates = texts.of(docs);
  const weights = schema.fields.map(({ weight }) => weight ** WEIGHT_POWER);
  const covers = coverOf(queryTerms(query.literal, query.synonyms, rarity), weights, candidates);
  // The first field that is looked for by sound is the name, by default the first.
  const name = Math.max(
    0,
    schema.fields.findIndex((field) => field.phonetic),
  );
  const hits = docs.map((doc, i) => {
    const placed = placeIn(candidates[i]?.[name] ?? '', query.readings);
    const cover = covers[i]?.coverage ?? 0;
    return {
      doc,
      score: cover + Math.max(0, placed.score - CHANCE) / (1 - CHANCE),
      coverage: cover,
      alignment: placed.score,
      wording: placed.wording,
    };
  });
  return query.question === null ? hits : answersFirst(query.question, hits, covers, candidates, name);
}

/** How much the likelihood of the texts counts beside the best score, and that a text has the kind of answer wanted. */
const LIKELIHOOD = 0.3;
const ANSWER = 0.04;
/** Where all scores are low because every document has the words, no more than this part of the best. */
const MOST_FOR_ANSWER = 0.2;

/** What tells an answer from a text that only has the words of a question. */
function answersFirst(
  question: string,
  hits: readonly RankedHit[],
  covers: readonly Cover[],
  candidates: readonly FieldTexts[],
  name: number,
): RankedHit[] {
  const tests = answerTests(question);
  const likelihoods = covers.map(({ likelihood }) => likelihood);
  const least = Math.min(...likelihoods);
  const span = Math.max(...likelihoods) - least || 1;
  const best = Math.max(...hits.map(({ score }) => score));
  const answer = Math.min(ANSWER, MOST_FOR_ANSWER * best);
  return hits.map((hit, i) => {
    const likely = ((likelihoods[i] ?? least) - least) / span;
    const answers = tests.filter((test) => candidates[i]?.some((text, f) => f !== name && test(text)));
    return { ...hit, score: hit.score + LIKELIHOOD * best * likely + answer * answers.length };
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
