import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AttachmentStorage } from './attachment-storage.service.js';
import { AttachmentsRepository } from './attachments.repository.js';

const DAY = 86_400_000;
/** An upload that no version names may still be meant for a draft that somebody works on. */
const UNUSED_DAYS = 90;
const AT_ONCE = 1_000;

/** What a sweep removed. */
export interface SweepResult {
  rows: number;
  files: number;
}

/** Removes what nobody needs once a day: uploads that no version ever named, and files that no row knows. */
@Injectable()
export class AttachmentCleaner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Attachments');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly storage: AttachmentStorage,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweep().catch((error: unknown) => this.logger.error(error));
    }, DAY).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<SweepResult> {
    const rows = await this.removeUnused();
    // A day is longer than any upload takes.
    const old = await this.storage.sweep(this.clock.after(-DAY));
    const known = await this.attachments.knownNames(old);
    const unknown = old.filter((name) => !known.has(name));
    for (const name of unknown) await this.storage.delete(name);
    return { rows, files: unknown.length };
  }

  private async removeUnused(): Promise<number> {
    let removed = 0;
    for (const { id } of await this.attachments.findUploadedBefore(
      this.clock.after(-UNUSED_DAYS * DAY),
      AT_ONCE,
    )) {
      const gone = await this.uow.run(async () => {
        if (await this.attachments.isUsed(id)) return false;
        await this.attachments.delete(id);
        return true;
      });
      if (gone) removed++;
    }
    return removed;
  }
}
