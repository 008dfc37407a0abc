import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { chunksOf } from '../database/in-chunks.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { OutboxRepository } from './outbox.repository.js';

/** Does what an event of its type asks for, inside the transaction that marks the event done. */
export interface OutboxHandler {
  readonly type: string;
  handle(payload: unknown): Promise<void>;
}

/** Writes down what must happen once the present transaction is committed (发件箱). */
@Injectable()
export class OutboxService {
  private readonly handlers = new Map<string, OutboxHandler>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when two handlers claim one type: one of them would silently never run */
  register(handler: OutboxHandler): void {
    if (this.handlers.has(handler.type)) throw new Error(`Two outbox handlers for ${handler.type}`);
    this.handlers.set(handler.type, handler);
  }

  handlerOf(type: string): OutboxHandler | undefined {
    return this.handlers.get(type);
  }

  /**
   * Adds events of one type and answers their ids; must run inside the transaction that states the fact.
   * @throws Error when nobody handles the type: the event would wait for ever
   */
  async add(type: string, payloads: readonly object[]): Promise<string[]> {
    if (!this.handlers.has(type)) throw new Error(`No outbox handler for ${type}`);
    const now = this.clock.now();
    const events = payloads.map((payload) => ({
      id: newId(),
      type,
      payload,
      state: 'pending' as const,
      attempts: 0,
      dueAt: now,
      lastError: null,
      createdAt: now,
    }));
    for (const chunk of chunksOf(events, 1000)) await this.outbox.insert(chunk);
    this.uow.afterCommit(() => this.listeners.forEach((listener) => listener()));
    return events.map(({ id }) => id);
  }

  /** Deletes up to `limit` events that were done and due before an instant; answers how many. Call it in a transaction. */
  forget(before: Date, limit: number): Promise<number> {
    return this.outbox.deleteDoneBefore(before, limit);
  }

  /** Whether an event was handled. */
  isDone(id: string): Promise<boolean> {
    return this.outbox.existsDone(id);
  }

  /** Calls `listener` after events of this process were committed. */
  onAdded(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Seconds that the oldest waiting event waits, and how many were given up. */
  measure(): Promise<{ oldestPendingSeconds: number; dead: number }> {
    return this.outbox.measure(this.clock.now());
  }
}
