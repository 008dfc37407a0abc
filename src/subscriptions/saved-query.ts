import { normalizeText } from '#libs/chinese-text';
import { SAVED_FILTERS, type SavedFilter } from './subscription.terms.js';

/** A search that people are told about: every word must occur, every filter must hold. */
export interface SavedQuery {
  words: string[];
  filters: Partial<Record<SavedFilter, string[]>>;
}

/** What a saved search is compared with. */
export interface SearchableClause {
  /** All its text, normalised. */
  text: string;
  filters: Readonly<Record<string, readonly string[]>>;
}

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/** The one spelling of a search, so that equal wishes are one row. */
export function savedQuery(q: string, filters: Partial<Record<SavedFilter, readonly string[]>>): SavedQuery {
  const kept = SAVED_FILTERS.flatMap((name) => {
    const values = sorted(filters[name] ?? []);
    return values.length > 0 ? [[name, values] as const] : [];
  });
  return {
    words: sorted(normalizeText(q).split(' ').filter(Boolean)),
    filters: Object.fromEntries(kept),
  };
}

/** Whether a clause is what the search asks for. */
export const matchesQuery = ({ words, filters }: SavedQuery, clause: SearchableClause): boolean =>
  words.every((word) => clause.text.includes(word)) &&
  Object.entries(filters).every(([name, wanted]) =>
    wanted.some((value) => clause.filters[name]?.includes(value)),
  );

/** All pairs of neighbouring characters. */
function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

/** A word's pairs, or the word itself where it is a single character. */
function piecesOf(word: string): string[] {
  const characters = [...word];
  return characters.length > 1 ? pairsOf(characters) : characters;
}

/** Any of these would do as anchor: a clause that matches has all of them. None for a search without words. */
export const anchorsOf = ({ words }: SavedQuery): string[] => sorted(words.flatMap(piecesOf));

/**
 * The anchor to hang a search on: the one that the fewest hang on. Common pairs would gather most searches; spreading
 * them keeps the candidates of a clause few.
 * @param used how many searches hang on each anchor
 */
export const chooseAnchor = (query: SavedQuery, used: ReadonlyMap<string, number>): string =>
  anchorsOf(query).sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0))[0] ?? '';

/** Every anchor that a search matching this text can have; the empty one is that of searches without words. */
export function anchorsIn(text: string): string[] {
  const characters = [...text];
  return sorted([...characters, ...pairsOf(characters), '']);
}
