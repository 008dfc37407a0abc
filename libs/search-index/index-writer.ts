import { analyseText, findDocumentNumbers, parseDocumentNumber } from '#libs/chinese-text';
import { CharacterCounts } from './character-counts.js';
import type { SearchBatch, SearchDocument } from './search-document.js';
import { SearchUsageError } from './search-index.errors.js';
import {
  contentColumns,
  filterNumber,
  KIND_FILTER,
  sortColumn,
  textColumns,
  type SearchSchema,
} from './search-schema.js';
import type { Sqlite } from './sqlite.js';

/** A filter may have a value for every document. */
const MAX_KNOWN_LABELS = 20_000;

/** Changes the rows of an index. Knows nothing of transactions. */
export class IndexWriter {
  private readonly insertText: string;
  private readonly insertDoc: string;
  private readonly insertContent: string;
  private readonly characters: CharacterCounts;
  /** Number of the next document. Counted here: RETURNING would make a temporary table for each. */
  private nextDoc = 1;
  /** Numbers of labels in `filter_value`, to ask once only. */
  private readonly knownLabels = new Map<string, number>();

  constructor(
    private readonly db: Sqlite,
    private readonly schema: SearchSchema,
  ) {
    this.characters = new CharacterCounts(db);
    const columns = textColumns(schema).map((column) => column.name);
    const sorts = schema.sorts.map((name) => sortColumn(schema, name));
    this.insertText = insertInto('doc_text', ['rowid', ...columns]);
    // Does nothing where the id is there already: to ask before would cost every new document a statement.
    this.insertDoc = insertInto('doc', ['doc', 'id', 'kind', 'tier', ...sorts], 'INSERT OR IGNORE');
    this.insertContent = insertInto('doc_content', ['doc', ...contentColumns(schema), 'stored']);
  }

  /**
   * @param options.more more batches follow in the same transaction; {@link finish} ends them
   * @throws SearchUsageError when a document does not fit the schema
   */
  write({ upserts, deletes, cursor }: SearchBatch, { more = false } = {}): void {
    if (!Number.isSafeInteger(cursor)) throw new SearchUsageError(`cursor ${cursor} is no safe integer`);
    this.nextDoc =
      (this.db.first<{ last: number | null }>('SELECT max(doc) AS last FROM doc')?.last ?? 0) + 1;
    for (const id of deletes) this.remove(id);
    for (const document of upserts) {
      this.assertFits(document);
      this.insert(document);
    }
    this.db.run("UPDATE meta SET value = ? WHERE name = 'cursor'", String(cursor));
    if (!more) this.finish();
  }

  /** Writes what is gathered over batches. */
  finish(): void {
    this.characters.write();
  }

  /** Call when a transaction was undone: what was known may be gone. */
  forget(): void {
    this.knownLabels.clear();
    this.characters.forget();
  }

  private remove(id: string): void {
    const row = this.db.first<{ doc: number }>('SELECT doc FROM doc WHERE id = ?', id);
    if (row === undefined) return;
    this.db.run('DELETE FROM doc_text WHERE rowid = ?', row.doc);
    for (const table of ['doc_filter', 'doc_number', 'doc_content', 'doc']) {
      this.db.run(`DELETE FROM ${table} WHERE doc = ?`, row.doc);
    }
  }

  private insert(document: SearchDocument): void {
    const { id, kind, fields, stored } = document;
    const sorts = this.schema.sorts.map((name) => finiteOrNull(document.sort[name]));
    const doc = this.nextDoc++;
    const row = [doc, id, kind, document.tier ?? 0, ...sorts];
    if (this.db.run(this.insertDoc, ...row) === 0) {
      this.remove(id);
      this.db.run(this.insertDoc, ...row);
    }
    this.db.run(this.insertText, doc, ...this.tokensOf(fields));
    const content = this.schema.fields.map(({ name }) => fields[name] ?? '');
    this.db.run(this.insertContent, doc, ...content, JSON.stringify(stored ?? null));
    this.insertFilters(doc, { ...document.filters, [KIND_FILTER]: [kind] });
    this.insertNumbers(doc, fields);
  }

  /** What goes into each column of the full-text table. */
  private tokensOf(fields: SearchDocument['fields']): string[] {
    const texts = new Map(this.schema.fields.map(({ name }) => [name, analyseText(fields[name] ?? '')]));
    this.characters.add(texts.values());
    return textColumns(this.schema).map(({ field, analysis }) => {
      const text = texts.get(field.name);
      return text === undefined ? '' : joined(analysis.tokens(text));
    });
  }

  private insertFilters(doc: number, filters: SearchDocument['filters']): void {
    const pairs = Object.entries(filters).flatMap(([name, labels]) =>
      Array.from(new Set(labels), (label) => [filterNumber(this.schema, name), label] as const),
    );
    if (pairs.length === 0) return;
    const rows = pairs.map(([filter, label]) => [doc, filter, this.valueOf(filter, label)]);
    // Several rows that may fail have to be undone together, and for that FTS5 would write out all it has gathered.
    this.db.run(
      `INSERT OR IGNORE INTO doc_filter VALUES ${rows.map(() => '(?, ?, ?)').join(', ')}`,
      ...rows.flat(),
    );
  }

  private valueOf(filter: number, label: string): number {
    const key = `${filter} ${label}`;
    const known = this.knownLabels.get(key);
    if (known !== undefined) return known;
    this.db.run('INSERT OR IGNORE INTO filter_value (filter, label) VALUES (?, ?)', filter, label);
    const row = this.db.first<{ value: number }>(
      'SELECT value FROM filter_value WHERE filter = ? AND label = ?',
      filter,
      label,
    );
    if (row === undefined) throw new Error('a filter value that was put in is not there');
    if (this.knownLabels.size >= MAX_KNOWN_LABELS) this.knownLabels.clear();
    this.knownLabels.set(key, row.value);
    return row.value;
  }

  private insertNumbers(doc: number, fields: SearchDocument['fields']): void {
    for (const { name } of this.schema.fields.filter((field) => field.documentNumber)) {
      const text = fields[name] ?? '';
      const whole = parseDocumentNumber(text);
      const numbers = whole === null ? findDocumentNumbers(text, { lenient: true }) : [whole];
      for (const { key } of numbers) this.db.run('INSERT OR IGNORE INTO doc_number VALUES (?, ?)', key, doc);
    }
  }

  private assertFits(document: SearchDocument): void {
    const known = new Set(this.schema.fields.map((field) => field.name));
    const unknown = Object.keys(document.fields).find((name) => !known.has(name));
    if (unknown !== undefined)
      throw new SearchUsageError(`unknown field "${unknown}" in document ${document.id}`);
    for (const name of Object.keys(document.sort)) sortColumn(this.schema, name);
    for (const name of Object.keys(document.filters)) filterNumber(this.schema, name);
  }
}

/** In one piece: a text that is put together bit by bit is copied once more when SQLite takes it. */
const joined = (tokens: readonly { readonly text: string }[]): string =>
  tokens.map((token) => token.text).join(' ');

function insertInto(table: string, columns: readonly string[], verb = 'INSERT'): string {
  return `${verb} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

function finiteOrNull(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
