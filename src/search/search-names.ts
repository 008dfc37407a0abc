import { Injectable } from '@nestjs/common';
import type { ChangedKind } from '../change-feed/change.entity.js';
import { DepartmentsService } from '../departments/departments.service.js';
import { TopicsService } from '../topics/topics.service.js';

/** What people read for the codes in filters. */
export interface FilterNames {
  department: ReadonlyMap<string, string>;
  topic: ReadonlyMap<string, string>;
}

/** Changes of these make kept names wrong. */
const NAMED: ReadonlySet<ChangedKind> = new Set(['department', 'topic']);

/**
 * Names of departments and topics, read once and kept until one of them changes, so that no search asks the database.
 * Whoever follows the change feed says when that is.
 */
@Injectable()
export class SearchNames {
  private kept: Promise<FilterNames> | null = null;

  constructor(
    private readonly departments: DepartmentsService,
    private readonly topics: TopicsService,
  ) {}

  async get(): Promise<FilterNames> {
    const names = (this.kept ??= this.read());
    try {
      return await names;
    } catch (error) {
      if (this.kept === names) this.kept = null;
      throw error;
    }
  }

  /** Forgets the names where one of `kinds` changed. */
  changed(kinds: Iterable<ChangedKind>): void {
    for (const kind of kinds) if (NAMED.has(kind)) this.kept = null;
  }

  private async read(): Promise<FilterNames> {
    const departments = await this.departments.byAnyName();
    const topics = await this.topics.byAnyName();
    return {
      department: new Map([...departments.values()].map((row) => [row.code, row.shortName])),
      topic: new Map([...topics.values()].map((row) => [row.code, row.name])),
    };
  }
}
