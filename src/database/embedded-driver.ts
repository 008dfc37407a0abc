import Database from 'libsql';

/**
 * The embedded database as TypeORM sees it. TypeORM begins transactions deferred, so two processes could both read
 * and then fail on upgrading to a write lock, which no busy timeout cures; taking the lock at once does.
 */
export class EmbeddedDriver extends Database {
  override prepare<P extends unknown[] | object = unknown[]>(sql: string) {
    return super.prepare<P>(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql);
  }
}
