import { dictionaryWords, type QueryReading } from '#libs/chinese-text';
import type { TokenRarity } from './token-rarity.js';

/** What a text is looked through for, and how much finding it counts. */
export interface QueryTerm {
  readonly text: string;
  readonly weight: number;
  /** How much it counts before its rarity; 0 for what only a synonym has. */
  readonly share: number;
  /** Which part of all documents has it, above 0. */
  readonly commonness: number;
}

/** What a character, a pair of neighbours and a word of the dictionary count; a pair that is a word counts as both. */
const CHARACTER = 0.9;
const PAIR = 0.6;
const WORD = 0.9;
/** A word of another script or a number is not made of smaller things that count too. */
const FOREIGN = 1.5;
/** Characters of grammar, which say nothing alone. */
const GRAMMAR = new Set(
  '的了吗呢吧我是在和与及或被把对有要也都就之其这那个为以于等不可能会应何如什么哪些怎样多少几',
);
const GRAMMAR_SHARE = 0.05;
const GRAMMAR_PAIR = 0.3;
/** Rare terms count more than BM25 has it. */
const RARITY_POWER = 1.75;
/** A synonym counts less than the word that was typed. */
const SYNONYM_SHARE = 0.15;

/** Characters, pairs and words of a query, each once. */
export function queryTerms(
  reading: QueryReading,
  expansions: readonly QueryReading[],
  rarity: TokenRarity,
): QueryTerm[] {
  const typed = sharesOf(reading);
  const shares = new Map(typed);
  for (const expansion of expansions) {
    for (const [text, share] of sharesOf(expansion)) {
      if (!shares.has(text)) shares.set(text, share * SYNONYM_SHARE);
    }
  }
  return Array.from(shares, ([text, share]) => {
    const idf = rarity.idfOfWording(text);
    return {
      text,
      weight: share * idf ** RARITY_POWER,
      share: typed.get(text) ?? 0,
      commonness: Math.exp(-idf),
    };
  });
}

/** 是什么, 应如何: words that only make a question of what is asked. */
const isGrammar = (text: string): boolean => Array.from(text).every((character) => GRAMMAR.has(character));

/** How much each term counts before its rarity. */
function sharesOf({ words }: QueryReading): Map<string, number> {
  const shares = new Map<string, number>();
  for (const word of words) {
    for (const [i, { text, han }] of word.entries()) {
      if (text === '') continue;
      shares.set(text, !han ? FOREIGN : isGrammar(text) ? GRAMMAR_SHARE : CHARACTER);
      const next = word[i + 1];
      if (han && next?.han === true && next.text !== '') {
        const pair = text + next.text;
        shares.set(pair, isGrammar(pair) ? GRAMMAR_PAIR : PAIR);
      }
    }
  }
  const found = words.flatMap((word) =>
    dictionaryWords(word.map(({ text, han }) => (han ? text : ' ')).join('')),
  );
  for (const text of new Set(found)) {
    if (!GRAMMAR.has(text)) shares.set(text, (shares.get(text) ?? 0) + WORD);
  }
  return shares;
}
