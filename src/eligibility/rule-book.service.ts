import { Injectable, Logger } from '@nestjs/common';
import {
  compileCondition,
  type EligibilityRule,
  type Evaluate,
  parseDay,
  parseRule,
  type Subject,
  SUBJECTS,
} from '#libs/eligibility';
import { ChangeFeedService } from '../change-feed/change-feed.service.js';
import type { ChangedKind } from '../change-feed/change.entity.js';
import type { ClauseRow } from '../clauses/clause-row.js';
import { ClausesService } from '../clauses/clauses.service.js';
import { Clock } from '../common/clock.js';

/** A published clause, and how it judges each subject; a subject without rules is missing. */
export interface BookEntry {
  row: ClauseRow;
  rule: EligibilityRule | null;
  judge: Partial<Record<Subject, Evaluate>>;
}

const PAGE = 500;

/** Reads the rules of a version; null where it has none, or none that this vocabulary understands. */
export function ruleOf({ version }: ClauseRow, today: number): EligibilityRule | null {
  return version.eligibility && parseRule(version.eligibility, version.conditions, today).rule;
}

function judgesOf(rule: EligibilityRule | null, today: number): BookEntry['judge'] {
  const judge: BookEntry['judge'] = {};
  for (const subject of SUBJECTS) {
    const part = rule?.parts[subject];
    if (part) judge[subject] = compileCondition(part.when, subject, today);
  }
  return judge;
}

/** The rules of all published clauses, compiled for today; follows the change feed. */
@Injectable()
export class RuleBookService {
  private readonly logger = new Logger('RuleBook');
  private readonly entries = new Map<string, BookEntry>();
  private sequence = -1;
  private day = '';
  private refreshing: Promise<void> | null = null;

  constructor(
    private readonly clauses: ClausesService,
    private readonly feed: ChangeFeedService,
    private readonly clock: Clock,
  ) {}

  /** Today in Beijing, yyyymmdd. */
  today(): number {
    return parseDay(this.clock.today()) ?? 0;
  }

  /** All published clauses, brought up to date with what was committed before the call. */
  async current(): Promise<ReadonlyMap<string, BookEntry>> {
    while (this.refreshing) await this.refreshing;
    this.refreshing = this.refresh().finally(() => (this.refreshing = null));
    await this.refreshing;
    return this.entries;
  }

  private async refresh(): Promise<void> {
    if (this.sequence < 0) await this.loadAll();
    for (;;) {
      const changes = await this.feed.readAfter(this.sequence, PAGE);
      if (changes.length === 0) break;
      const ids = new Set<string>();
      for (const kind of ['clause', 'department', 'policy', 'topic'] as const) {
        const changed = changes.filter((change) => change.kind === kind).map(({ recordId }) => recordId);
        for (const id of await this.clausesOf(kind, changed)) ids.add(id);
      }
      await this.load([...ids]);
      this.sequence = changes.at(-1)?.sequence ?? this.sequence;
    }
    const today = this.clock.today();
    if (today === this.day) return;
    this.day = today;
    for (const entry of this.entries.values()) entry.judge = judgesOf(entry.rule, this.today());
  }

  private clausesOf(kind: ChangedKind, ids: string[]): Promise<string[]> | string[] {
    if (ids.length === 0 || kind === 'clause') return ids;
    return this.clauses.idsBelongingTo(kind, ids);
  }

  private async loadAll(): Promise<void> {
    const sequence = await this.feed.lastSequence();
    for (let after = ''; ;) {
      const ids = await this.clauses.publishedIdsAfter(after, PAGE);
      await this.load(ids);
      if (ids.length < PAGE) break;
      after = ids.at(-1) ?? '';
    }
    this.sequence = sequence;
  }

  private async load(ids: readonly string[]): Promise<void> {
    const rows = await this.clauses.findForIndex(ids);
    const found = new Map(rows.map((row) => [row.clause.id, row]));
    for (const id of ids) {
      const row = found.get(id);
      if (row) this.entries.set(id, this.entryOf(row));
      else this.entries.delete(id);
    }
  }

  private entryOf(row: ClauseRow): BookEntry {
    const rule = ruleOf(row, this.today());
    if (row.version.eligibility && !rule)
      this.logger.warn({ clause: row.clause.code, rules: 'not understood' });
    return { row, rule, judge: judgesOf(rule, this.today()) };
  }
}
