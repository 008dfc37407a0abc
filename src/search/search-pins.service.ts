import { Injectable } from '@nestjs/common';
import { normalizeText } from '#libs/chinese-text';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { PinnedQuery } from './search-staff.view.js';
import { SearchPinsRepository } from './search-pins.repository.js';

/** Another process may have changed them; this long at most a search does not know, in milliseconds. */
const KEPT_MS = 2_000;

/** Clauses and policies that staff put on top of searches (置顶结果). */
@Injectable()
export class SearchPinsService {
  private since = -Infinity;
  private kept: Promise<ReadonlyMap<string, readonly string[]>> = Promise.resolve(new Map());

  constructor(
    private readonly pins: SearchPinsRepository,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Codes pinned for what was typed, first one first. */
  async codesFor(typed: string): Promise<readonly string[]> {
    const query = normalizeText(typed);
    return query === '' ? [] : ((await this.current()).get(query) ?? []);
  }

  async list(): Promise<PinnedQuery[]> {
    this.since = -Infinity;
    return Array.from(await this.current(), ([query, codes]) => ({ query, codes: [...codes] }));
  }

  /** Pins these codes for a query instead of all that were; none takes them off. */
  async pin(typed: string, codes: readonly string[]): Promise<PinnedQuery> {
    const query = normalizeText(typed).slice(0, 60);
    const unique = [...new Set(codes)];
    const createdAt = this.clock.now();
    await this.uow.run(async () => {
      await this.pins.replace(
        query,
        unique.map((code, i) => ({ id: newId(), query, code, ordinal: i + 1, createdAt })),
      );
      const subject = { kind: 'search', id: 'pins', name: query } as const;
      await this.audit.record({ action: 'search.pinned', subject, detail: { codes: unique } });
    });
    this.since = -Infinity;
    return { query, codes: unique };
  }

  private current(): Promise<ReadonlyMap<string, readonly string[]>> {
    const now = this.clock.now().getTime();
    if (now - this.since > KEPT_MS) {
      this.since = now;
      this.kept = this.read();
    }
    return this.kept;
  }

  private async read(): Promise<ReadonlyMap<string, readonly string[]>> {
    const byQuery = new Map<string, string[]>();
    for (const { query, code } of await this.pins.findAll()) {
      byQuery.set(query, [...(byQuery.get(query) ?? []), code]);
    }
    return byQuery;
  }
}
