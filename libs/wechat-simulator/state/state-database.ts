import Database from 'libsql';
import { SCHEMA, TABLES } from './schema.js';

/** What a statement may be given. */
export type SqlValue = string | number | null;

type Prepared = Database.Statement<SqlValue[]>;

/** The data file: SQL with prepared statements, and transactions. */
export class StateDatabase {
  readonly #db: Database.Database;
  readonly #prepared = new Map<string, Prepared>();

  /** @param file path of the file, created when absent, or `:memory:` */
  constructor(file: string) {
    this.#db = new Database(file);
    // A killed process loses nothing committed; a power cut may lose the last moments of a simulator.
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
    this.#db.exec(SCHEMA);
  }

  /** Runs a statement; returns how many rows it changed. */
  run(sql: string, ...values: SqlValue[]): number {
    return this.#prepare(sql).run(...values).changes;
  }

  /** The first row, or undefined. `Row` describes the columns that the statement names. */
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.all<Row>(sql, ...values)[0];
  }

  /** All rows. */
  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#prepare(sql).all(...values) as Row[];
  }

  /** Runs `work` in one transaction: all of it is kept, or none. Must not be nested. */
  transaction<T>(work: () => T): T {
    return this.#db.transaction(work).immediate();
  }

  /** Forgets everything. */
  clear(): void {
    this.transaction(() => TABLES.forEach((table) => this.run(`DELETE FROM ${table}`)));
  }

  close(): void {
    this.#db.close();
  }

  #prepare(sql: string): Prepared {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare<SqlValue[]>(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}
