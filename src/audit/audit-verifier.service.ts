import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { CHAIN_START, entryHash, macOf } from './audit-chain.js';
import type { AuditCheckpoint } from './audit-checkpoint.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { type AuditFault, AuditFaultBook } from './audit-fault.js';
import { AuditRepository } from './audit.repository.js';

/** What verification found. */
export interface AuditVerdict {
  entries: number;
  /** Entries without a MAC: written while no key was configured. */
  withoutMac: number;
  checkpoints: number;
  faultCount: number;
  /** The first hundred. */
  faults: AuditFault[];
}

const CHUNK = 2_000;

/** Walks through the chain once; see docs/adr for what this can find and what it cannot. */
@Injectable()
export class AuditVerifierService {
  constructor(
    private readonly entries: AuditRepository,
    private readonly config: AppConfig,
  ) {}

  /**
   * @param checkpoints ends of the chain that were written down before
   * @param progress told the place reached
   */
  async verify(
    checkpoints: readonly AuditCheckpoint[],
    progress: (sequence: number) => void = () => undefined,
  ): Promise<AuditVerdict> {
    const walk = new ChainWalk(this.config.auditKey, checkpoints);
    // Read first: what is written meanwhile comes after it.
    const head = await this.entries.head();
    for (let last = 0; ;) {
      const chunk = await this.entries.findAfter(last, CHUNK);
      for (const entry of chunk) {
        if (entry.sequence <= head.sequence) walk.step(entry);
        else walk.stepBeyondHead(entry);
      }
      last = chunk.at(-1)?.sequence ?? last;
      progress(last);
      if (chunk.length < CHUNK) break;
    }
    return walk.end(head);
  }
}

/** The state of one walk; memory does not grow with the chain. */
class ChainWalk {
  private readonly book = new AuditFaultBook();
  private readonly awaited: Map<number, AuditCheckpoint>;
  private expected = 1;
  private previousHash = CHAIN_START;
  private count = 0;
  private withoutMac = 0;
  private hashAtHead = CHAIN_START;

  constructor(
    private readonly key: string | undefined,
    private readonly checkpoints: readonly AuditCheckpoint[],
  ) {
    this.awaited = new Map(checkpoints.map((checkpoint) => [checkpoint.sequence, checkpoint]));
  }

  step(entry: AuditEntry): void {
    this.stepBeyondHead(entry);
    this.hashAtHead = entry.hash;
  }

  stepBeyondHead(entry: AuditEntry): void {
    const { sequence } = entry;
    for (; this.expected < sequence; this.expected++) {
      // Of a long hole the ends say enough.
      this.book.add('missing', this.expected);
      if (sequence - this.expected > 2) this.expected = sequence - 2;
    }
    this.expected = sequence + 1;
    this.count++;
    if (entryHash(entry) !== entry.hash) this.book.add('altered', sequence);
    if (entry.previousHash !== this.previousHash) this.book.add('unlinked', sequence);
    this.previousHash = entry.hash;
    this.checkMac(entry);
    this.checkCheckpoint(entry);
  }

  end(head: { sequence: number; hash: string }): AuditVerdict {
    if (this.expected <= head.sequence || this.hashAtHead !== head.hash) this.book.add('head', head.sequence);
    for (const [sequence] of this.awaited) this.book.add('truncated', sequence);
    return {
      entries: this.count,
      withoutMac: this.withoutMac,
      checkpoints: this.checkpoints.length,
      faultCount: this.book.count,
      faults: this.book.listed,
    };
  }

  private checkMac({ mac, hash, sequence }: AuditEntry): void {
    if (mac === null) {
      if (this.count > this.withoutMac + 1) this.book.add('unkeyed', sequence);
      this.withoutMac++;
    } else if (this.key && mac !== macOf(hash, this.key)) this.book.add('forged', sequence);
  }

  private checkCheckpoint({ sequence, hash }: AuditEntry): void {
    const checkpoint = this.awaited.get(sequence);
    if (!checkpoint) return;
    this.awaited.delete(sequence);
    const isForged =
      this.key !== undefined &&
      checkpoint.mac !== null &&
      checkpoint.mac !== macOf(checkpoint.hash, this.key);
    if (checkpoint.hash !== hash || isForged) this.book.add('checkpoint', sequence);
  }
}
