import { Injectable } from '@nestjs/common';
import { normalizeText } from '#libs/chinese-text';
import { Clock } from '../common/clock.js';
import { type ChangedTitle, ClauseTitlesRepository, type TitlePlace } from './clause-titles.repository.js';
import { type AlikeTitle, TitleIndex } from './title-index.js';

/** Rows of one reading. */
const PAGE = 5_000;
/** A transaction may commit that much later than the time it wrote, by another machine's clock, in milliseconds. */
const LATE = 60_000;

/** A clause whose title resembles another. */
export interface AlikeClause {
  code: string;
  title: string;
  status: string;
  departmentId: string;
  likeness: number;
}

/**
 * The newest titles of all clauses, published or not, in memory: each question reads only what changed since the one
 * before. A copy that may be a moment old; whoever is found is looked up again.
 */
@Injectable()
export class TitleBookService {
  private readonly index = new TitleIndex();
  private lastRead: Date | null = null;
  private refreshing: Promise<void> | null = null;

  constructor(
    private readonly titles: ClauseTitlesRepository,
    private readonly clock: Clock,
  ) {}

  /** Clauses whose titles are at least so much alike (0 to 1), the most alike first; `except` is a code. */
  async alike(
    title: string,
    { except, leastLikeness, limit }: { except: string | undefined; leastLikeness: number; limit: number },
  ): Promise<AlikeClause[]> {
    await this.refresh();
    // More than wanted: some may be gone, or have another title by now.
    const found = this.index.alike(normalizeText(title), leastLikeness, limit + 5);
    return this.looked(found, except, limit);
  }

  private async looked(
    found: readonly AlikeTitle[],
    except: string | undefined,
    limit: number,
  ): Promise<AlikeClause[]> {
    const rows = await this.titles.findByIds(found.map(({ id }) => id));
    const known = new Map(rows.map((row) => [row.id, row]));
    const there = found.flatMap(({ id, likeness }) => {
      const row = known.get(id);
      if (!row) this.index.remove(id);
      return row && row.code !== except ? [{ row, likeness }] : [];
    });
    return there.slice(0, limit).map(({ row: { code, title, status, departmentId }, likeness }) => ({
      code,
      title,
      status,
      departmentId,
      likeness,
    }));
  }

  private refresh(): Promise<void> {
    this.refreshing ??= this.read().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async read(): Promise<void> {
    const began = this.clock.now();
    let after: TitlePlace | null = this.lastRead && {
      updatedAt: new Date(this.lastRead.getTime() - LATE),
      id: '',
    };
    for (let rows: ChangedTitle[] | null = null; !rows || rows.length === PAGE;) {
      rows = await this.titles.findChanged(after, PAGE);
      for (const { id, title } of rows) this.index.put(id, normalizeText(title));
      after = rows.at(-1) ?? after;
    }
    this.lastRead = began;
  }
}
