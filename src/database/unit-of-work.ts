import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as letOthersIn, setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  type DataSource,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';
import { isDeadlock, isLocked } from './driver-codes.js';
import { Mutex } from 'async-mutex';

interface Work {
  manager: EntityManager;
  beforeCommit: (() => Promise<void>)[];
  afterCommit: (() => void)[];
}

/** How long a write waits for another process to finish its transaction (an import may take seconds). */
const LOCK_PATIENCE_MS = 30_000;

/** Does the work, then what was put off to its end. */
async function finished<T>({ beforeCommit }: Work, work: () => Promise<T>): Promise<T> {
  const result = await work();
  for (const hook of beforeCommit) await hook();
  return result;
}

/**
 * Every write goes through `run`. Inside it, repositories work on its transaction; outside, they read committed rows
 * only. On the embedded database all writers share one connection, so a mutex keeps two transactions apart, and reads
 * go through a connection of their own that cannot see an open transaction.
 * Never wait for the network inside `run`.
 */
@Injectable()
export class UnitOfWork implements OnApplicationShutdown {
  private readonly current = new AsyncLocalStorage<Work>();
  private readonly mutex: Mutex | null;
  private readonly logger = new Logger('UnitOfWork');

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {
    this.mutex = writer.options.type === 'better-sqlite3' ? new Mutex() : null;
  }

  /** Whether rows can be locked one by one; the embedded database has one writer at a time instead. */
  get locksRows(): boolean {
    return this.mutex === null;
  }

  /** An instant as a parameter of a statement that was written by hand. */
  instant(date: Date): string | Date {
    return this.locksRows ? date : date.toISOString().slice(0, 23).replace('T', ' ');
  }

  /**
   * The end of an INSERT that adds to a count of a row that is there already: in one statement, as two processes may
   * count the first event at once. Names of columns only, never anything that came from outside.
   */
  addingOnConflict(table: string, key: readonly string[], count: string): string {
    return this.locksRows
      ? `ON DUPLICATE KEY UPDATE ${count} = ${table}.${count} + VALUES(${count})`
      : `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${count} = ${table}.${count} + excluded.${count}`;
  }

  /** The manager to use right now: the open transaction's, or the reader's. */
  get manager(): EntityManager {
    return this.current.getStore()?.manager ?? this.reader.manager;
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** Runs a statement that was written by hand, inside the present transaction; answers how many rows it changed. */
  async change(sql: string, parameters: unknown[]): Promise<number> {
    const runner = this.manager.queryRunner;
    if (!runner) throw new Error('Rows are changed inside `run` only');
    const { affected } = await runner.query(sql, parameters, true);
    return affected ?? 0;
  }

  /**
   * Runs `work` in one transaction and returns what it returns; a call inside another joins that one.
   * `work` runs again after a deadlock, so it must change nothing but the database.
   * @throws whatever `work` throws, after everything was rolled back
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return work();
    const release = await this.mutex?.acquire();
    const context: Work = { manager: this.writer.manager, beforeCommit: [], afterCommit: [] };
    let result: T;
    try {
      result = await this.transact(context, work);
    } finally {
      release?.();
    }
    this.notify(context);
    // The embedded database never waits: a loop of transactions would keep answers from the network unread for minutes.
    if (this.mutex) await letOthersIn();
    return result;
  }

  /**
   * Calls `hook` as the last thing of the present transaction, before anything is committed: for what makes other
   * writers wait. Where the hook fails, nothing is committed.
   */
  beforeCommit(hook: () => Promise<void>): void {
    const context = this.current.getStore();
    if (!context) throw new Error('beforeCommit needs a transaction');
    context.beforeCommit.push(hook);
  }

  /** Calls `hook` once the present transaction is committed; at once where there is none. */
  afterCommit(hook: () => void): void {
    const context = this.current.getStore();
    if (context) context.afterCommit.push(hook);
    else hook();
  }

  /**
   * Does something outside the database once the present transaction is committed; at once, and waited for, where
   * there is none. After a commit nobody waits: what failed then must be found again by its rows.
   */
  async whenCommitted(action: () => Promise<void>): Promise<void> {
    const context = this.current.getStore();
    if (!context) return action();
    context.afterCommit.push(() => {
      action().catch((error: unknown) => this.logger.error(error));
    });
  }

  /** The writer is closed by @nestjs/typeorm. */
  async onApplicationShutdown(): Promise<void> {
    if (this.reader !== this.writer) await this.reader.destroy();
  }

  private async transact<T>(context: Work, work: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + LOCK_PATIENCE_MS;
    for (;;) {
      let begun = false;
      try {
        return await this.inTransaction((manager) => {
          begun = true;
          context.manager = manager;
          return this.current.run(context, () => finished(context, work));
        });
      } catch (error) {
        const again = isDeadlock(error) || (!begun && isLocked(error));
        if (!again || Date.now() > deadline) throw error;
        context.beforeCommit.length = 0;
        context.afterCommit.length = 0;
        // Two that met in a deadlock must not meet again.
        await wait(10 + Math.random() * 30);
      }
    }
  }

  /**
   * Where rows are locked one by one, each statement reads what is committed by then: whoever waited for a lock must
   * see what it was held for, not what stood there when the transaction first read something.
   */
  private inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.locksRows ? this.writer.transaction('READ COMMITTED', work) : this.writer.transaction(work);
  }

  private notify(context: Work): void {
    for (const hook of context.afterCommit) {
      try {
        hook();
      } catch (error) {
        this.logger.error(error);
      }
    }
  }
}
