import type { SearchBatch } from './search-document.js';
import type { SearchRequest, SearchResult } from './search-request.js';
import { assertUsableSchema, type SearchSchema } from './search-schema.js';
import { IndexWriter } from './index-writer.js';
import { NormalizedTexts } from './normalized-texts.js';
import { runSearch } from './run-search.js';
import type { SearchContext } from './search-context.js';
import { Sqlite } from './sqlite.js';
import { Synonyms, type SynonymGroups } from './synonyms.js';
import { assertTables, createTables } from './tables.js';
import { TokenRarity } from './token-rarity.js';

/** Where an index is and what it is made of. */
export interface SearchIndexOptions {
  readonly file: string;
  readonly schema: SearchSchema;
  /** Groups of words of which any stands for all. Used when searching, so a change needs no new file. */
  readonly synonyms?: SynonymGroups;
}

/**
 * A full-text index in one SQLite file, used synchronously by the thread that opened it. One thread may write while
 * others read. Everything in it can be made again from its source, see SearchIndexHost.
 */
export class SearchIndex {
  private readonly writer: IndexWriter;
  private readonly context: SearchContext;

  private constructor(
    private readonly db: Sqlite,
    { schema, synonyms }: SearchIndexOptions,
    /** The one transaction in which a new file is filled is open. */
    private building = false,
  ) {
    this.writer = new IndexWriter(db, schema);
    this.context = {
      db,
      schema,
      rarity: new TokenRarity(db),
      synonyms: new Synonyms(synonyms),
      texts: new NormalizedTexts(db, schema),
    };
  }

  /**
   * Opens an index, or makes an empty one where there is no file.
   * @throws SearchIndexBrokenError when the file is something else, damaged, or of another schema or version
   * @throws SearchUsageError when the schema contradicts itself
   */
  static open(options: SearchIndexOptions): SearchIndex {
    const { file, schema } = options;
    assertUsableSchema(schema);
    const db = Sqlite.open(file, { mustExist: false });
    const isNew = db.first('SELECT 1 FROM sqlite_master LIMIT 1') === undefined;
    if (isNew) db.transaction(() => createTables(db, schema));
    else assertTables(db, schema);
    useWriteAheadLog(db);
    return new SearchIndex(db, options);
  }

  /** As {@link SearchIndex.open}, but a missing file is a SearchIndexBrokenError. */
  static openExisting(options: SearchIndexOptions): SearchIndex {
    const { file, schema } = options;
    const db = Sqlite.open(file, { mustExist: true });
    assertTables(db, schema);
    useWriteAheadLog(db);
    return new SearchIndex(db, options);
  }

  /**
   * Makes a new index to be filled in one go: in one transaction, without log and without waiting for the disk, because
   * a half-filled file is thrown away, as it must be after an error. Call {@link finish} at the end.
   */
  static create(options: SearchIndexOptions): SearchIndex {
    const { file, schema } = options;
    assertUsableSchema(schema);
    const db = Sqlite.open(file, { mustExist: false });
    db.exec(
      'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY',
    );
    db.transaction(() => createTables(db, schema));
    db.exec(`INSERT INTO doc_text(doc_text, rank) VALUES ('hashsize', ${BUILDING_HASH_SIZE}); BEGIN`);
    return new SearchIndex(db, options, true);
  }

  /**
   * Takes over a batch of changes and its cursor in one transaction.
   * @throws SearchUsageError when a document does not fit the schema; nothing is changed then
   */
  apply(batch: SearchBatch): void {
    this.context.texts.forget();
    if (this.building) {
      this.writer.write(batch, { more: true });
      return;
    }
    try {
      this.db.transaction(() => this.writer.write(batch));
    } catch (error) {
      this.writer.forget();
      throw error;
    }
  }

  /** The cursor of the last batch, 0 in a new index. */
  cursor(): number {
    return Number(
      this.db.first<{ value: string }>("SELECT value FROM meta WHERE name = 'cursor'")?.value ?? 0,
    );
  }

  /** Number of documents. */
  size(): number {
    return this.db.first<{ size: number }>('SELECT count(*) AS size FROM doc')?.size ?? 0;
  }

  /** @throws SearchUsageError when the request names what the schema does not have */
  search(request: SearchRequest): SearchResult {
    return runSearch(this.context, request);
  }

  /** Merges the full-text segments and gathers statistics: slow to do, quick to search afterwards. */
  finish(): void {
    if (this.building) {
      this.writer.finish();
      this.db.exec(`COMMIT; INSERT INTO doc_text(doc_text, rank) VALUES ('hashsize', ${USUAL_HASH_SIZE})`);
      this.building = false;
    }
    this.db.exec("INSERT INTO doc_text(doc_text) VALUES ('optimize'); ANALYZE");
  }

  close(): void {
    this.db.close();
  }
}

/**
 * Bytes of tokens that FTS5 gathers before it writes them (https://sqlite.org/fts5.html, 6.6): the fewer pieces a new
 * file is written in, the less there is to merge.
 */
const BUILDING_HASH_SIZE = 64 * 1024 * 1024;
const USUAL_HASH_SIZE = 1024 * 1024;

/** With the log readers go on reading while a batch is written; losing the last batch in a power cut is made good. */
function useWriteAheadLog(db: Sqlite): void {
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY',
  );
}
