import type { QueryTerm } from './query-terms.js';

/** One candidate's texts in the order of the schema's fields, normalized. */
export type FieldTexts = readonly string[];

const SATURATION = 1;
const LENGTH_SHARE = 0.8;
/** Candidates are longer than documents at large, because a long text has some of anything. */
const USUAL_LENGTH = 0.8;
/** The characters of a pair near each other, as in 医保 and 医疗保险, count so much of the pair. */
const APART = 0.3;
const MOST_APART = 4;
const MOST_COUNTED = 3;

/** A text is taken for a part of a longer one that has so many terms in the proportions of all documents. */
const PRIOR = 150;
/** Terms that a document has: what all documents have is one of so many. */
const USUAL_TERMS = 80;
const LEAST_COMMON = 1e-6;

/** How well a candidate answers to the words of a query. */
export interface Cover {
  /**
   * How much of the query's weight the texts cover, from 0 to about 1: BM25F over the fields (Robertson, Zaragoza,
   * Taylor: Simple BM25 Extension to Multiple Weighted Fields, CIKM 2004), with lengths judged among the candidates.
   */
  readonly coverage: number;
  /**
   * Logarithm of how much likelier than any document this one is to say what was asked, up to a factor: a language
   * model smoothed by all documents (Zhai, Lafferty: A Study of Smoothing Methods, TOIS 22, 2004; Dirichlet prior).
   * It judges lengths and repetition otherwise than BM25, and both together judge better than either.
   */
  readonly likelihood: number;
}

/** How well each of the candidates answers to the words of a query. */
export function coverOf(
  terms: readonly QueryTerm[],
  weights: readonly number[],
  candidates: readonly FieldTexts[],
): Cover[] {
  const lengths = weights.map(
    (_, f) =>
      (USUAL_LENGTH * candidates.reduce((sum, texts) => sum + (texts[f]?.length ?? 0), 0)) /
        candidates.length || 1,
  );
  const total = terms.reduce((sum, term) => sum + term.weight, 0) * (SATURATION + 1) || 1;
  const shares = terms.reduce((sum, term) => sum + term.share, 0);
  const expected = terms.map(({ commonness }) => PRIOR * (commonness / USUAL_TERMS + LEAST_COMMON));
  return candidates.map((texts) => {
    const norms = texts.map((text, f) => 1 - LENGTH_SHARE + (LENGTH_SHARE * text.length) / (lengths[f] ?? 1));
    const length = texts.reduce((all, text) => all + text.length, 0);
    let sum = 0;
    let likelihood = -shares * Math.log(1 + length / PRIOR);
    for (const [t, { text: term, weight, share }] of terms.entries()) {
      let count = 0;
      const look = (occurring: (text: string, term: string) => number, part: number): number => {
        let frequency = 0;
        for (let f = 0; f < texts.length; f++) {
          const found = occurring(texts[f] ?? '', term);
          if (found === 0) continue;
          count += found;
          frequency += (part * (weights[f] ?? 0) * found) / (norms[f] ?? 1);
        }
        return frequency;
      };
      let frequency = look(occurrences, 1);
      likelihood += share * Math.log(1 + count / (expected[t] ?? 1));
      if (frequency === 0 && term.length === 2) frequency = look(apart, APART);
      if (frequency > 0) sum += (weight * frequency * (SATURATION + 1)) / (frequency + SATURATION);
    }
    return { coverage: sum / total, likelihood };
  });
}

function occurrences(text: string, term: string): number {
  let count = 0;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) count++;
  return count;
}

/** How often the two characters of a pair follow each other with one to three others between them. */
function apart(text: string, pair: string): number {
  const [first = '', second = ''] = pair;
  if (!text.includes(second)) return 0;
  let count = 0;
  for (let at = text.indexOf(first); at >= 0 && count < MOST_COUNTED; at = text.indexOf(first, at + 1)) {
    const found = text.indexOf(second, at + 2);
    if (found < 0) break;
    if (found - at <= MOST_APART) count++;
  }
  return count;
}
