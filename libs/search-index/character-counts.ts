import type { AnalysedText } from '#libs/chinese-text';
import type { Sqlite } from './sqlite.js';

/** Characters that are one UTF-16 unit; others are rare. */
const BASIC_PLANE = 0x10000;

/** Gathers in how many documents each Han character occurs, see `character_docs` in tables. */
export class CharacterCounts {
  private readonly counts = new Uint32Array(BASIC_PLANE);
  /** The last document that a character was counted for. */
  private readonly countedFor = new Uint32Array(BASIC_PLANE);
  private readonly rare = new Map<string, number>();
  private document = 0;

  constructor(private readonly db: Sqlite) {}

  /** Counts the characters of one document, each once. */
  add(texts: Iterable<AnalysedText>): void {
    this.document++;
    const seen = new Set<string>();
    for (const { units } of texts) {
      for (const { text, han } of units) {
        if (!han) continue;
        if (text.length > 1) seen.add(text);
        else this.count(text.charCodeAt(0));
      }
    }
    for (const character of seen) this.rare.set(character, (this.rare.get(character) ?? 0) + 1);
  }

  /** Writes what was gathered. */
  write(): void {
    const gathered = [...this.rare];
    // Every change of one document comes by here: no pair is made of each code.
    this.counts.forEach((docs, code) => {
      if (docs > 0) gathered.push([String.fromCharCode(code), docs]);
    });
    if (gathered.length === 0) return;
    this.db.run(
      `INSERT INTO character_docs SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE TRUE
       ON CONFLICT (text) DO UPDATE SET docs = docs + excluded.docs`,
      JSON.stringify(gathered),
    );
    this.forget();
  }

  /** Throws away what was gathered. */
  forget(): void {
    this.counts.fill(0);
    this.rare.clear();
  }

  private count(code: number): void {
    if (this.countedFor[code] === this.document) return;
    this.countedFor[code] = this.document;
    this.counts[code] = (this.counts[code] ?? 0) + 1;
  }
}
