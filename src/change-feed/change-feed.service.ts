import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { chunksOf } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ChangeFeedRepository } from './change-feed.repository.js';
import type { Change, ChangedKind } from './change.entity.js';

/** Tells every search index, in this process and others, what changed (变更流). */
@Injectable()
export class ChangeFeedService {
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly feed: ChangeFeedRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Records changes of one kind; call it last in a transaction, as it makes other writers wait. */
  async record(kind: ChangedKind, recordIds: readonly string[]): Promise<void> {
    if (recordIds.length === 0) return;
    const createdAt = this.clock.now();
    let sequence = await this.feed.takeNumbers(recordIds.length);
    for (const chunk of chunksOf(recordIds, 1000)) {
      await this.feed.insert(chunk.map((recordId) => ({ sequence: sequence++, kind, recordId, createdAt })));
    }
    this.uow.afterCommit(() => this.listeners.forEach((listener) => listener()));
  }

  /** The changes after `sequence`, oldest first. */
  readAfter(sequence: number, limit: number): Promise<Change[]> {
    return this.feed.findAfter(sequence, limit);
  }

  lastSequence(): Promise<number> {
    return this.feed.lastSequence();
  }

  /** Calls `listener` after a change of this process was committed; returns how to stop that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
