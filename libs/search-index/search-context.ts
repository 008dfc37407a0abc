import type { NormalizedTexts } from './normalized-texts.js';
import type { SearchSchema } from './search-schema.js';
import type { Sqlite } from './sqlite.js';
import type { Synonyms } from './synonyms.js';
import type { TokenRarity } from './token-rarity.js';

/** What answering a request needs. */
export interface SearchContext {
  readonly db: Sqlite;
  readonly schema: SearchSchema;
  readonly rarity: TokenRarity;
  readonly synonyms: Synonyms;
  readonly texts: NormalizedTexts;
}
