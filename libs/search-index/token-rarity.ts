import { bigrams, type QueryToken } from '#libs/chinese-text';
import { ftsToken } from './match-expression.js';
import type { Sqlite } from './sqlite.js';

/** Beyond this many documents a token is common, and how common makes no difference. */
export const COMMON = 2_000;
const SINGLE_HAN = /^\p{Script=Han}$/u;
const MAX_REMEMBERED = 50_000;
const KEEP_MS = 60_000;

/**
 * In how many documents tokens occur. Counting stops at COMMON, so it costs little however large the index is.
 * Remembered for a minute: a number that is a little old changes an order, never what is found.
 */
export class TokenRarity {
  private readonly counts = new Map<string, number>();
  private documents = 0;
  private since = -Infinity;

  constructor(private readonly db: Sqlite) {}

  /** Number of documents in the index. */
  size(): number {
    this.refresh();
    return this.documents;
  }

  /** Number of documents with the token; of all but single characters at most COMMON. */
  count(token: QueryToken): number {
    const single = token.prefix && SINGLE_HAN.test(token.text);
    return single
      ? this.remembered(token.text, () => this.countCharacter(token.text))
      : this.countMatching(ftsToken(token));
  }

  private remembered(key: string, count: () => number): number {
    this.refresh();
    const known = this.counts.get(key);
    if (known !== undefined) return known;
    const found = count();
    if (this.counts.size >= MAX_REMEMBERED) this.counts.clear();
    this.counts.set(key, found);
    return found;
  }

  private countMatching(expression: string): number {
    return this.remembered(expression, () => this.countInIndex(expression));
  }

  private countInIndex(expression: string): number {
    return (
      this.db.first<{ count: number }>(
        `SELECT count(*) AS count FROM (SELECT 1 FROM doc_text WHERE doc_text MATCH ? LIMIT ${COMMON})`,
        expression,
      )?.count ?? 0
    );
  }

  private countCharacter(text: string): number {
    const row = this.db.first<{ docs: number }>('SELECT docs FROM character_docs WHERE text = ?', text);
    return row?.docs ?? 0;
  }

  /** Inverse document frequency as in BM25, above 0, of a character, a pair, or a wording of several pairs. */
  idfOfWording(text: string): number {
    const count = Math.min(this.countWording(text), this.size());
    return Math.log(1 + (this.size() - count + 0.5) / (count + 0.5));
  }

  private countWording(text: string): number {
    if (SINGLE_HAN.test(text)) return this.count({ text, prefix: true });
    // The last token is the last character alone, which stands only where a run ends.
    const pairs = bigrams(text);
    const tokens = pairs.length > 1 ? pairs.slice(0, -1) : pairs;
    return this.countMatching(tokens.map((token) => ftsToken({ text: token, prefix: false })).join(' + '));
  }

  private refresh(): void {
    if (performance.now() - this.since < KEEP_MS) return;
    this.counts.clear();
    this.since = performance.now();
    this.documents = this.db.first<{ size: number }>('SELECT count(*) AS size FROM doc')?.size ?? 0;
  }
}
