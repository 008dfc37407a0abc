import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { canonicalJson } from '../common/content-hash.js';
import { AppConfig } from '../config/app-config.js';
import { chunksOf } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { seal } from './audit-chain.js';
import { AuditContext } from './audit-context.js';
import type { AuditEntry } from './audit-entry.entity.js';
import type { AuditEvent } from './audit-event.js';
import { AuditRepository } from './audit.repository.js';

/** An entry before it has its place in the chain. */
type Unplaced = Omit<AuditEntry, 'sequence' | 'occurredAt' | 'previousHash' | 'hash' | 'mac'>;

const CHUNK = 500;

/** At most `length` characters, and none that a database would keep otherwise than it was given. */
const fitted = (text: string, length: number): string =>
  [...Buffer.from(text).toString()].slice(0, length).join('');

/** Puts on record who did what to which version, from where; nothing here changes or removes an entry (审计日志). */
@Injectable()
export class AuditService {
  /** By the manager that each transaction has of its own. */
  private readonly waiting = new WeakMap<object, Unplaced[]>();

  constructor(
    private readonly entries: AuditRepository,
    private readonly context: AuditContext,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /**
   * Records events together with the transaction under way, or in one of their own: there is no act without its entry
   * and no entry without its act. They are written at its very end, since other writers wait for the place.
   */
  record(...events: AuditEvent[]): Promise<void> {
    return this.recordAll(events);
  }

  /** As `record`, for any number. */
  async recordAll(events: readonly AuditEvent[]): Promise<void> {
    if (events.length === 0) return;
    const unplaced = events.map((event) => this.describe(event));
    await this.uow.run(async () => this.putOff(unplaced));
  }

  /** All that one transaction records is written at once. */
  private putOff(unplaced: readonly Unplaced[]): void {
    const { manager } = this.uow;
    const known = this.waiting.get(manager);
    const waiting = known ?? [];
    for (const entry of unplaced) waiting.push(entry);
    if (known) return;
    this.waiting.set(manager, waiting);
    this.uow.beforeCommit(() => this.append(waiting));
  }

  private describe({ action, subject, versionId, versionHash, detail, actor, origin }: AuditEvent): Unplaced {
    const by = actor ?? this.context.actor();
    const from = origin ?? this.context.origin();
    return {
      actorKind: by.kind,
      actorId: by.id,
      actorName: fitted(by.name, 64),
      action,
      subjectKind: subject.kind,
      subjectId: fitted(subject.id, 64),
      subjectName: fitted(subject.name ?? '', 200),
      versionId: versionId ?? null,
      versionHash: versionHash ?? null,
      detail: canonicalJson(detail ?? {}),
      address: fitted(from.address, 64),
      agent: fitted(from.agent, 200),
      requestId: from.requestId,
    };
  }

  private async append(unplaced: readonly Unplaced[]): Promise<void> {
    const occurredAt = this.clock.now();
    const last = await this.entries.lockHead(unplaced.length);
    let { sequence, hash } = last;
    for (const chunk of chunksOf(unplaced, CHUNK)) {
      const sealed = chunk.map((entry) => {
        const next = seal(
          { ...entry, sequence: ++sequence, occurredAt, previousHash: hash },
          this.config.auditKey,
        );
        hash = next.hash;
        return next;
      });
      await this.entries.insert(sealed);
    }
    await this.entries.moveHead(hash);
  }
}
