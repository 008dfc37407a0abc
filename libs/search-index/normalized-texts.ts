import { normalizeText } from '#libs/chinese-text';
import type { FieldTexts } from './cover.js';
import { contentColumns, type SearchSchema } from './search-schema.js';
import type { Sqlite } from './sqlite.js';

/** Texts are looked at up to here: what matters stands at the beginning, and time is short. */
const MAX_SCANNED = 3_000;
/** Characters that are kept in memory; when there are more, all are forgotten. */
const MAX_KEPT = 2_000_000;

/**
 * Texts of documents as they are compared with queries. Kept from search to search: somebody who types finds the same
 * documents letter after letter, and normalizing a text takes longer than comparing it.
 */
export class NormalizedTexts {
  private readonly kept = new Map<number, FieldTexts>();
  private readonly columns: readonly string[];
  private readonly select: string;
  private characters = 0;
  private version = -1;

  constructor(
    private readonly db: Sqlite,
    schema: SearchSchema,
  ) {
    this.columns = contentColumns(schema);
    const texts = this.columns.map((column) => `substr(c.${column}, 1, ${MAX_SCANNED}) AS ${column}`);
    this.select = `SELECT c.doc, ${texts.join(', ')} FROM json_each(?) j CROSS JOIN doc_content c WHERE c.doc = j.value`;
  }

  /** Texts of each document in the order of the schema's fields, normalized. */
  of(docs: readonly number[]): FieldTexts[] {
    this.forgetOld();
    const missing = docs.filter((doc) => !this.kept.has(doc));
    for (const row of missing.length > 0 ? this.read(missing) : []) {
      const texts = this.columns.map((column) => normalizeText(String(row[column])));
      this.kept.set(Number(row['doc']), texts);
      this.characters += texts.reduce((sum, text) => sum + text.length, 0);
    }
    return docs.map((doc) => this.kept.get(doc) ?? []);
  }

  /** Call when this connection changed documents; it notices by itself what others change. */
  forget(): void {
    this.kept.clear();
    this.characters = 0;
  }

  private read(docs: readonly number[]): Record<string, string | number>[] {
    return this.db.all(this.select, JSON.stringify(docs));
  }

  private forgetOld(): void {
    const version = this.db.first<{ data_version: number }>('PRAGMA data_version')?.data_version ?? -1;
    if (version !== this.version || this.characters > MAX_KEPT) this.forget();
    this.version = version;
  }
}
