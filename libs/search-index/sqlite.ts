import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { SearchIndexBrokenError } from './search-index.errors.js';

/** What can be bound to a placeholder. */
export type SqlValue = string | number | null;

/** SQLite result codes that mean the file cannot be used: I/O error, damaged, cannot open, no database. */
const BROKEN_CODES = /^SQLITE_(IOERR|CORRUPT|CANTOPEN|NOTADB)/;
/** A file emptied or exchanged under an open connection has lost its tables. */
const LOST_TABLE = /^no such table/;

/**
 * One connection. Thin over libsql, whose statements take a lone null or array amiss, and which knows neither
 * "must exist" nor one error type for a broken file.
 */
export class Sqlite {
  private readonly statements = new Map<string, Database.Statement<SqlValue[][]>>();

  private constructor(private readonly database: Database.Database) {}

  /**
   * @param mustExist refuse to create the file
   * @throws SearchIndexBrokenError when there is no such file, or no database in it
   */
  static open(file: string, { mustExist }: { mustExist: boolean }): Sqlite {
    return translated(() => {
      const name = mustExist ? `${pathToFileURL(file).href}?mode=rw` : file;
      const sqlite = new Sqlite(openDatabase(name));
      sqlite.all('SELECT count(*) FROM sqlite_master');
      return sqlite;
    });
  }

  /** Runs statements without parameters. Never pass anything that came from outside. */
  exec(sql: string): void {
    translated(() => this.database.exec(sql));
  }

  /** Runs one statement. @returns how many rows it put in, changed or took out */
  run(sql: string, ...params: SqlValue[]): number {
    return translated(() => this.statement(sql).run(params).changes);
  }

  /** All rows of a query. */
  all<Row>(sql: string, ...params: SqlValue[]): Row[] {
    return translated(() => this.statement(sql).all(params) as Row[]);
  }

  /** The first row of a query. */
  first<Row>(sql: string, ...params: SqlValue[]): Row | undefined {
    return translated(() => this.statement(sql).get(params) as Row | undefined);
  }

  /** All or nothing; on an error everything done inside is undone and the error passed on. */
  transaction(work: () => void): void {
    translated(() => this.database.transaction(work).immediate());
  }

  /** Gives the file back. It may stay open until the garbage collector took the statements, or the thread ends. */
  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private statement(sql: string): Database.Statement<SqlValue[][]> {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.database.prepare<SqlValue[][]>(sql);
    if (this.statements.size >= 200) this.statements.clear();
    this.statements.set(sql, prepared);
    return prepared;
  }
}

function openDatabase(name: string): Database.Database {
  try {
    return new Database(name, { timeout: 5_000 });
  } catch (error) {
    throw new SearchIndexBrokenError(`cannot open ${name}`, { cause: error });
  }
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const message = brokenFileMessage(error);
    if (message !== null) throw new SearchIndexBrokenError(message, { cause: error });
    throw error;
  }
}

/** Judged by shape, not by class: native errors may come from another realm. */
function brokenFileMessage(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('message' in error)) return null;
  const message = String(error.message);
  const code = 'code' in error ? String(error.code) : '';
  return BROKEN_CODES.test(code) || LOST_TABLE.test(message) ? message : null;
}
