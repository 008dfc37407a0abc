import { Injectable } from '@nestjs/common';
import { offsetOf } from '../common/page.query.js';
import type { Page } from '../common/page.view.js';
import type { AuditEntry } from './audit-entry.entity.js';
import type { AuditFilter } from './audit-filter.js';
import type { AuditQuery } from './audit.query.js';
import { SubjectKindMissingError } from './audit.errors.js';
import { AuditRepository } from './audit.repository.js';
import { type AuditEntryView, toAuditView } from './audit.view.js';

const CHUNK = 1_000;
const DAY = 86_400_000;

const startOfDay = (date: string): Date => new Date(`${date}T00:00:00+08:00`);

/**
 * Days are those of Beijing, both included.
 * @throws SubjectKindMissingError
 */
export function filterOf({ actor, action, subjectKind, subjectId, from, to }: AuditQuery): AuditFilter {
  if (subjectId && !subjectKind) throw new SubjectKindMissingError();
  return {
    actor: actor?.trim().toLowerCase(),
    action,
    subjectKind,
    subjectId,
    from: from ? startOfDay(from) : undefined,
    until: to ? new Date(startOfDay(to).getTime() + DAY) : undefined,
  };
}

/** Shows the audit log to those who may read it. */
@Injectable()
export class AuditLogService {
  constructor(private readonly entries: AuditRepository) {}

  /** The newest first. @throws SubjectKindMissingError */
  async list(query: AuditQuery): Promise<Page<AuditEntryView>> {
    const filter = filterOf(query);
    const items = await this.entries.findPage(filter, offsetOf(query), query.pageSize);
    return {
      items: items.map(toAuditView),
      page: query.page,
      pageSize: query.pageSize,
      total: await this.countOf(filter),
    };
  }

  /** Everything that fits, the oldest first, in parts: the log may be longer than memory. */
  async *read(filter: AuditFilter): AsyncGenerator<AuditEntryView[]> {
    let last: AuditEntry | null = null;
    for (;;) {
      const chunk: AuditEntry[] = await this.entries.findNext(filter, last, CHUNK);
      if (chunk.length > 0) yield chunk.map(toAuditView);
      last = chunk.at(-1) ?? last;
      if (chunk.length < CHUNK) return;
    }
  }

  /** Places have no gaps: without a filter nobody needs to count a million of them. */
  private async countOf(filter: AuditFilter): Promise<number> {
    const isFiltered = Object.values(filter).some((value) => value !== undefined);
    return isFiltered ? this.entries.count(filter) : (await this.entries.head()).sequence;
  }
}
