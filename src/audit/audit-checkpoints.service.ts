import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { AppConfig } from '../config/app-config.js';
import { macOf } from './audit-chain.js';
import { type AuditCheckpoint, readCheckpoint } from './audit-checkpoint.js';
import { CheckpointFileError } from './audit.errors.js';
import { AuditRepository } from './audit.repository.js';

const EVERY_MS = 3_600_000;

/**
 * Writes the end of the chain into a file outside the database once an hour and when the process ends: whoever cuts
 * the end of the log off in the database cannot make what was written down fit again.
 */
@Injectable()
export class AuditCheckpointsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Audit');
  private timer: NodeJS.Timeout | undefined;
  private written = 0;

  constructor(
    private readonly entries: AuditRepository,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tryWrite(), EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.tryWrite();
  }

  /** Where checkpoints are written to. */
  get file(): string {
    return this.config.auditCheckpointFile ?? join(this.config.dataDir, 'audit-checkpoints.jsonl');
  }

  /** The present end of the chain; null where nothing is on record. */
  async take(): Promise<AuditCheckpoint | null> {
    const { sequence, hash } = await this.entries.head();
    if (sequence === 0) return null;
    return { sequence, hash, mac: macOf(hash, this.config.auditKey), at: this.clock.now().toISOString() };
  }

  /** Writes the present end down, unless it was before. */
  async write(): Promise<void> {
    const checkpoint = await this.take();
    if (!checkpoint || checkpoint.sequence === this.written) return;
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 });
    this.written = checkpoint.sequence;
  }

  /**
   * All that was written down; nothing where there is no file yet.
   * @param path a file given by hand must exist
   * @throws CheckpointFileError
   */
  async read(path?: string): Promise<AuditCheckpoint[]> {
    const file = path ?? this.file;
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (!path && (error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw new CheckpointFileError(file);
    });
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const checkpoint = readCheckpoint(line);
        if (!checkpoint) throw new CheckpointFileError(file);
        return checkpoint;
      });
  }

  private async tryWrite(): Promise<void> {
    try {
      await this.write();
    } catch (error) {
      // The next hour tries again; people must not be kept from working.
      this.logger.error(error);
    }
  }
}
