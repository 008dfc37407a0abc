import type { QueryReading } from '#libs/chinese-text';
import type { TokenRarity } from './token-rarity.js';

/** What a text is looked through for, and how much finding it counts. */
export interface QueryTerm {
  readonly text: string;
  readonly weight: number;
}

/** A single character says less than a pair. */
const SINGLE = 0.9;
/** Characters of grammar, which say nothing alone. */
const GRAMMAR = new Set(
  '的了吗呢吧我是在和与及或被把对有要也都就之其这那个为以于等不可能会应何如什么哪些怎样多少几',
);
const SINGLE_HAN = /^\p{Script=Han}$/u;
/** Rare terms count somewhat more than BM25 has it. */
const RARITY_POWER = 1.5;

/** Characters, pairs and words of a query, each once. */
export function queryTerms(
  reading: QueryReading,
  expansions: readonly QueryReading[],
  rarity: TokenRarity,
): QueryTerm[] {
  const terms = new Map<string, number>();
  const add = (text: string, share: number): void => {
    const single = SINGLE_HAN.test(text);
    const idf = rarity.idf({ text, prefix: single }) ** RARITY_POWER;
    const weight = share * idf * (single ? (GRAMMAR.has(text) ? 0.05 : SINGLE) : 1);
    if (weight > (terms.get(text) ?? 0)) terms.set(text, weight);
  };
  const addAll = ({ words }: QueryReading, share: number): void => {
    for (const word of words) {
      word.forEach(({ text, han }, i) => {
        if (text === '') return;
        add(text, share);
        const next = word[i + 1];
        if (han && next?.han === true && next.text !== '') add(text + next.text, share);
      });
    }
  };
  addAll(reading, 1);
  for (const expansion of expansions) addAll(expansion, SYNONYM_SHARE);
  return Array.from(terms, ([text, weight]) => ({ text, weight }));
}

/** A synonym counts less than the word that was typed. */
const SYNONYM_SHARE = 0.3;
