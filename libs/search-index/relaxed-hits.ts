import type { QueryReadings, QueryToken, TextAnalysis } from '#libs/chinese-text';
import { anyTokenExpression, type MatchExpression } from './match-expression.js';
import type { SearchSchema } from './search-schema.js';
import type { SynonymReading } from './synonyms.js';
import { COMMON, type TokenRarity } from './token-rarity.js';

/** Entries of the index read for one query at most, so that common words cost nothing: for a question, and for a name. */
const MAX_READ = 9_000;
const MAX_READ_FOR_NAME = 2_500;
/** Rarest tokens that are always looked for. */
const ALWAYS = 3;
/** Longer queries are questions: their meaning is in their words, and their sound would only add noise. */
const MAX_NAME = 14;

/** Words that nobody types who looks for a name. */
const ASKING =
  /什么|哪些|哪个|哪里|哪几|如何|怎么|怎样|多少|是否|能否|可否|为何|何时|几个|有没有|能不能|可不可以|吗$|呢$/u;

/** Whether a query looks for something by its name, perhaps typed wrong, instead of asking a question. */
export function isName({ literal }: QueryReadings): boolean {
  const elements = literal.words.reduce((sum, word) => sum + word.length, 0);
  if (elements > MAX_NAME) return false;
  return !literal.words.some((word) => ASKING.test(word.map((element) => element.text).join('')));
}

interface Wanted {
  readonly analysis: TextAnalysis['name'];
  readonly token: QueryToken;
}

/**
 * Documents that have some of a query: any of its tokens, rarest first, as many as can be read in time. Tokens that no
 * document has cost nothing and say nothing.
 */
export function someTokensExpression(
  schema: SearchSchema,
  rarity: TokenRarity,
  query: QueryReadings,
  synonyms: SynonymReading | null,
): MatchExpression {
  const found = wantedTokens(query, synonyms)
    .map((wanted) => ({ ...wanted, count: rarity.count(wanted.token) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const limit = isName(query) ? MAX_READ_FOR_NAME : MAX_READ;
  let read = 0;
  const chosen = found.filter(({ count }, i) => {
    if (i >= ALWAYS && read + count > limit) return false;
    if (i > 0 && count >= COMMON && rarity.size() > COMMON * 30) return false;
    read += count;
    return true;
  });
  return anyTokenExpression(schema, chosen);
}

function wantedTokens(query: QueryReadings, synonyms: SynonymReading | null): Wanted[] {
  const literal = query.literal.tokens.flatMap((word) => word.required);
  // A lone character finds half the documents, so it counts only where there is nothing better.
  const telling = literal.filter((token) => !token.prefix);
  const wanted: Wanted[] = (telling.length > 0 ? telling : literal).map((token) => ({
    analysis: 'gram',
    token,
  }));
  if (isName(query)) {
    const initials = query.initials();
    for (const reading of [...query.sound(), ...(initials === null ? [] : [initials])]) {
      for (const { analysis, required } of reading.tokens) {
        wanted.push(...required.map((token) => ({ analysis, token })));
      }
    }
  }
  for (const reading of synonyms?.readings ?? []) {
    for (const { required } of reading.tokens) {
      wanted.push(...required.map((token) => ({ analysis: 'gram' as const, token })));
    }
  }
  return [...new Map(wanted.map((one) => [`${one.analysis} ${one.token.text}`, one])).values()];
}
