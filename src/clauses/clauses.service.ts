import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { ClauseSummary } from './clause-summary.view.js';
import type { Clause } from './clause.entity.js';
import { isReadable } from './clause.terms.js';
import { ClauseNotFoundError, NotPublicThenError } from './clause.errors.js';
import type { ClauseView } from './clause.view.js';
import type { ClauseRow } from './clause-row.js';
import { ClausesRepository } from './clauses.repository.js';
import { toClauseSummary, toClauseView } from './to-clause-view.js';

/** How far ahead "closing soon" looks, in days. */
const CLOSING_SOON_DAYS = 90;

/** Whether a version must not be shown, not even as of a day on which it was public. */
const isHidden = ({ hiddenThrough }: Clause, number: number): boolean =>
  hiddenThrough !== null && number <= hiddenThrough;

const published = (clause: Clause): string | null => clause.publishedVersionId;

/** What the public (and, for drafts, staff) can read of clauses (条款). */
@Injectable()
export class ClausesService {
  constructor(
    private readonly clauses: ClausesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The published clause, or a version of it that was public once.
   * @throws ClauseNotFoundError also when it is a draft or was withdrawn
   */
  async get(code: string, number?: number): Promise<ClauseView> {
    const clause = await this.clauses.findByCode(code);
    if (!clause) throw new ClauseNotFoundError();
    if (number !== undefined) return this.view(clause, await this.publicVersion(clause, number));
    if (!isReadable(clause.status)) throw new ClauseNotFoundError();
    return this.view(clause, clause.publishedVersionId);
  }

  /**
   * What the public read at the end of a day in Beijing; on the present day, what it reads now.
   * @throws ClauseNotFoundError, NotPublicThenError
   */
  async asOf(code: string, day: string): Promise<ClauseView> {
    const clause = await this.clauses.findByCode(code);
    if (!clause) throw new ClauseNotFoundError();
    const end = new Date(`${day}T23:59:59.999+08:00`);
    const now = this.clock.now();
    const version = await this.clauses.findVersionAt(clause.id, end < now ? end : now);
    if (version === null || day > this.clock.today()) throw new NotPublicThenError();
    if (isHidden(clause, version.number)) throw new ClauseNotFoundError();
    return { ...(await this.view(clause, version.id)), asOf: day };
  }

  private async view(clause: Clause, versionId: string | null): Promise<ClauseView> {
    const [row] = await this.clauses.complete([clause], () => versionId);
    if (!row) throw new ClauseNotFoundError();
    const related = await this.clauses.findPublishedByCodes(row.version.related);
    const [successor] = clause.successorId ? await this.clauses.findByIds([clause.successorId]) : [];
    return {
      ...toClauseView(row, await this.summaries(related)),
      successor: successor ? { code: successor.code, name: successor.latestTitle } : null,
    };
  }

  /** Whether there is a clause with this code, whatever its status. */
  async exists(code: string): Promise<boolean> {
    return (await this.clauses.findByCode(code)) !== null;
  }

  async newest(limit: number): Promise<ClauseSummary[]> {
    return this.summaries(await this.clauses.findNewest(limit));
  }

  /** The newest published clauses of a department or a topic. */
  async newestOf(owner: 'department' | 'topic', ownerId: string, limit: number): Promise<ClauseSummary[]> {
    return this.summaries(await this.clauses.findNewestOf(owner, ownerId, limit));
  }

  /** Published clauses that can be applied for until a date within 90 days, the nearest first. */
  async closingSoon(limit: number): Promise<ClauseSummary[]> {
    const until = this.clock.todayPlus(CLOSING_SOON_DAYS);
    return this.summaries(await this.clauses.findClosing(this.clock.today(), until, limit));
  }

  /** Published versions whose application period ends between two dates. */
  async versionsEnding(from: string, to: string, limit: number): Promise<string[]> {
    const clauses = await this.clauses.findClosing(from, to, limit);
    return clauses.flatMap(({ publishedVersionId }) => publishedVersionId ?? []);
  }

  async listOfPolicy(policyId: string): Promise<ClauseSummary[]> {
    return this.summaries(await this.clauses.findPublishedOfPolicy(policyId));
  }

  countPublished(): Promise<number> {
    return this.clauses.countByStatus('published');
  }

  /** Published clauses with all they belong to, for the search index; withdrawn ones are missing from the answer. */
  async findForIndex(ids: readonly string[]): Promise<ClauseRow[]> {
    const clauses = await this.clauses.findByIds(ids);
    return this.clauses.complete(
      clauses.filter((clause) => clause.status === 'published'),
      published,
    );
  }

  idsBelongingTo(owner: 'department' | 'policy' | 'topic', ids: readonly string[]): Promise<string[]> {
    return this.clauses.findIdsBelongingTo(owner, ids);
  }

  publishedIdsAfter(id: string, limit: number): Promise<string[]> {
    return this.clauses.findPublishedIdsAfter(id, limit);
  }

  /** Clauses as each of the versions states them, by version id. */
  async rowsOfVersions(versionIds: readonly string[]): Promise<Map<string, ClauseRow>> {
    const rows = await this.clauses.findRowsOfVersions([...new Set(versionIds)]);
    return new Map(rows.map((row) => [row.version.id, row]));
  }

  /** Versions that went public since an instant, the newest first, each as it was then. */
  async publishedSince(instant: Date, limit: number): Promise<ClauseRow[]> {
    const ids = await this.clauses.findVersionsPublishedSince(instant, limit);
    const rows = await this.rowsOfVersions(ids);
    return ids.flatMap((id) => rows.get(id) ?? []);
  }

  /** Pages through codes and publication instants of all published clauses, in id order. */
  addressesAfter(id: string, limit: number): Promise<Pick<Clause, 'id' | 'code' | 'publishedAt'>[]> {
    return this.clauses.findAddressesAfter(id, limit);
  }

  /** The id of the published clause that has `offset` others before it, in id order; null beyond the last. */
  publishedIdAt(offset: number): Promise<string | null> {
    return this.clauses.findPublishedIdAt(offset);
  }

  private async summaries(clauses: Clause[]): Promise<ClauseSummary[]> {
    return (await this.clauses.complete(clauses, published)).map(toClauseSummary);
  }

  private async publicVersion(clause: Clause, number: number): Promise<string | null> {
    const version = await this.clauses.findVersion(clause.id, number);
    return version?.publishedAt && !isHidden(clause, number) ? version.id : null;
  }
}
