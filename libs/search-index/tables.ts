import { contentColumns, schemaFingerprint, textColumns, type SearchSchema } from './search-schema.js';
import { SearchIndexBrokenError } from './search-index.errors.js';
import type { Sqlite } from './sqlite.js';

/**
 * - `meta`: fingerprint of the schema, cursor.
 * - `doc`: one row a document, narrow, so that sorting and counting read little; `doc_content` holds the rest.
 * - `doc_text`: FTS5 without content, because the tokens can be made again and the text is in `doc_content`. The
 *   `ascii` tokenizer parts at blanks only, for our tokens contain letters and digits alone. The one-character prefix
 *   index answers one-character queries.
 * - `filter_value`, `doc_filter`: values of filters, numbered, in both directions.
 * - `character_docs`: in about how many documents each Han character occurs; FTS5 would have to merge all pairs that
 *   begin with it. Deletions are not taken off: it only weighs characters against each other.
 * - `doc_number`: keys of document numbers.
 */
export function createTables(db: Sqlite, schema: SearchSchema): void {
  const sorts = schema.sorts.map((_, i) => `sort_${i}`);
  db.exec(`
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE doc (
      doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, tier INTEGER NOT NULL
      ${sorts.map((sort) => `, ${sort} REAL`).join('')}
    );
    ${sorts.map((sort) => `CREATE INDEX doc_${sort} ON doc (${sort} DESC, id);`).join('\n')}
    CREATE TABLE doc_content (
      doc INTEGER PRIMARY KEY, ${contentColumns(schema)
        .map((column) => `${column} TEXT NOT NULL`)
        .join(', ')}, stored TEXT NOT NULL
    );
    CREATE VIRTUAL TABLE doc_text USING fts5(
      ${textColumns(schema)
        .map((column) => column.name)
        .join(', ')},
      content='', contentless_delete=1, tokenize='ascii', prefix='1'
    );
    CREATE TABLE filter_value (
      value INTEGER PRIMARY KEY, filter INTEGER NOT NULL, label TEXT NOT NULL, UNIQUE (filter, label)
    );
    CREATE TABLE doc_filter (
      doc INTEGER NOT NULL, filter INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (doc, filter, value)
    ) WITHOUT ROWID;
    CREATE INDEX doc_filter_value ON doc_filter (value, doc);
    CREATE TABLE character_docs (text TEXT PRIMARY KEY, docs INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE doc_number (key TEXT NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (key, doc)) WITHOUT ROWID;
    CREATE INDEX doc_number_doc ON doc_number (doc);
  `);
  db.run("INSERT INTO meta VALUES ('fingerprint', ?), ('cursor', '0')", schemaFingerprint(schema));
}

/** @throws SearchIndexBrokenError when the tables are of another schema or version */
export function assertTables(db: Sqlite, schema: SearchSchema): void {
  const found = db.first<{ value: string }>("SELECT value FROM meta WHERE name = 'fingerprint'")?.value;
  const wanted = schemaFingerprint(schema);
  if (found !== wanted)
    throw new SearchIndexBrokenError(`index of another schema: ${found}, wanted ${wanted}`);
}
