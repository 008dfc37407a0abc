import type { AnalysedText } from '#libs/chinese-text';
import type { Sqlite } from './sqlite.js';

/** Gathers in how many documents each Han character occurs, see `character_docs` in tables. */
export class CharacterCounts {
  private counts = new Map<string, number>();

  constructor(private readonly db: Sqlite) {}

  /** Counts the characters of one document, each once. */
  add(texts: Iterable<AnalysedText>): void {
    const seen = new Set<string>();
    for (const { units } of texts) for (const unit of units) if (unit.han) seen.add(unit.text);
    for (const character of seen) this.counts.set(character, (this.counts.get(character) ?? 0) + 1);
  }

  /** Writes what was gathered. */
  write(): void {
    if (this.counts.size === 0) return;
    this.db.run(
      `INSERT INTO character_docs SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE TRUE
       ON CONFLICT (text) DO UPDATE SET docs = docs + excluded.docs`,
      JSON.stringify([...this.counts]),
    );
    this.forget();
  }

  /** Throws away what was gathered. */
  forget(): void {
    this.counts = new Map();
  }
}
