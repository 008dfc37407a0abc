import type { QueryTerm } from './query-terms.js';

/** One candidate's texts in the order of the schema's fields, normalized. */
export type FieldTexts = readonly string[];

const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

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
    (_, f) => candidates.reduce((sum, texts) => sum + (texts[f]?.length ?? 0), 0) / candidates.length || 1,
  );
  const total = terms.reduce((sum, term) => sum + term.weight, 0) * (SATURATION + 1) || 1;
  return candidates.map((texts) => {
    const norms = texts.map((text, f) => 1 - LENGTH_SHARE + (LENGTH_SHARE * text.length) / (lengths[f] ?? 1));
    let sum = 0;
    for (const { text: term, weight } of terms) {
      let frequency = 0;
      for (let f = 0; f < texts.length; f++) {
        const count = occurrences(texts[f] ?? '', term);
        if (count > 0) frequency += ((weights[f] ?? 0) * count) / (norms[f] ?? 1);
      }
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
