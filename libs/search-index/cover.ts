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

/**
 * How much of a query's weight candidates cover, from 0 to about 1: BM25F over the fields (Robertson, Zaragoza, Taylor:
 * Simple BM25 Extension to Multiple Weighted Fields, CIKM 2004), with the lengths judged among the candidates.
 */
export function coverage(
  terms: readonly QueryTerm[],
  weights: readonly number[],
  candidates: readonly FieldTexts[],
): number[] {
  const lengths = weights.map(
    (_, f) =>
      (USUAL_LENGTH * candidates.reduce((sum, texts) => sum + (texts[f]?.length ?? 0), 0)) /
        candidates.length || 1,
  );
  const total = terms.reduce((sum, term) => sum + term.weight, 0) * (SATURATION + 1) || 1;
  return candidates.map((texts) => {
    const norms = texts.map((text, f) => 1 - LENGTH_SHARE + (LENGTH_SHARE * text.length) / (lengths[f] ?? 1));
    let sum = 0;
    for (const { text: term, weight } of terms) {
      const look = (count: (text: string, term: string) => number, share: number): number => {
        let frequency = 0;
        for (let f = 0; f < texts.length; f++) {
          const found = count(texts[f] ?? '', term);
          if (found > 0) frequency += (share * (weights[f] ?? 0) * found) / (norms[f] ?? 1);
        }
        return frequency;
      };
      const frequency = look(occurrences, 1) || (term.length === 2 ? look(apart, APART) : 0);
      if (frequency > 0) sum += (weight * frequency * (SATURATION + 1)) / (frequency + SATURATION);
    }
    return sum / total;
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
