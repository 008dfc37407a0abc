import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, LessThanOrEqual, MoreThan } from 'typeorm';
import { offsetOf, type PageQuery } from '../../common/page.query.js';
import { chunksOf, loadInChunks } from '../../database/in-chunks.js';
import { asColumns } from '../../database/as-columns.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { REVIEW_STEPS, type DraftKind } from '../draft.terms.js';
import { DraftEdit } from './draft-edit.entity.js';
import { Draft } from './draft.entity.js';

@Injectable()
export class DraftsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Makes other writers of the draft wait until the transaction ends; call it before anything is read. */
  async lock(id: string): Promise<Draft | null> {
    await this.hold({ id });
    return this.findById(id);
  }

  /** As `lock`, by what the draft is about. */
  async lockSubject(kind: DraftKind, subjectId: string): Promise<Draft | null> {
    await this.hold({ kind, subjectId });
    return this.findBySubject(kind, subjectId);
  }

  findById(id: string): Promise<Draft | null> {
    return this.uow.repository(Draft).findOneBy({ id });
  }

  findBySubject(kind: DraftKind, subjectId: string): Promise<Draft | null> {
    return this.uow.repository(Draft).findOneBy({ kind, subjectId });
  }

  findByIds(ids: readonly string[]): Promise<Draft[]> {
    return loadInChunks(ids, (chunk) => this.uow.repository(Draft).findBy({ id: In(chunk) }));
  }

  /** As `lockSubject`, for many; drafts by the subject's id. */
  async lockSubjects(kind: DraftKind, subjectIds: readonly string[]): Promise<Map<string, Draft>> {
    for (const chunk of chunksOf([...subjectIds].sort(), 500))
      await this.hold({ kind, subjectId: In(chunk) });
    return this.findBySubjects(kind, subjectIds);
  }

  /** Drafts by the subject's id. */
  async findBySubjects(kind: DraftKind, subjectIds: readonly string[]): Promise<Map<string, Draft>> {
    const rows = await loadInChunks(subjectIds, (chunk) =>
      this.uow.repository(Draft).findBy({ kind, subjectId: In(chunk) }),
    );
    return new Map(rows.map((row) => [row.subjectId, row]));
  }

  async insertAll(rows: readonly Draft[]): Promise<void> {
    for (const chunk of chunksOf(rows, 100))
      await this.uow.repository(Draft).insert(chunk.map((row) => asColumns<Draft>(row)));
  }

  async update(id: string, change: Partial<Draft>): Promise<void> {
    await this.uow.repository(Draft).update({ id }, asColumns<Draft>(change));
  }

  async delete(id: string): Promise<void> {
    await this.uow.repository(Draft).delete({ id });
  }

  /** Approved, and due to be published. */
  async findScheduledBefore(now: Date, limit: number): Promise<string[]> {
    const rows = await this.uow.repository(Draft).find({
      select: { id: true },
      where: { state: 'scheduled', scheduledFor: LessThanOrEqual(now) },
      order: { scheduledFor: 'ASC' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** At a step whose day has come or is over. */
  findDue(today: string, limit: number): Promise<Draft[]> {
    return this.uow.repository(Draft).find({
      where: { state: In([...REVIEW_STEPS]), dueOn: LessThanOrEqual(today) },
      order: { dueOn: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  findLastEdit(draftId: string): Promise<DraftEdit | null> {
    return this.uow.repository(DraftEdit).findOne({ where: { draftId }, order: { lastRevision: 'DESC' } });
  }

  /** What was saved since a revision, the oldest first. */
  findEditsSince(draftId: string, revision: number): Promise<DraftEdit[]> {
    return this.uow
      .repository(DraftEdit)
      .find({ where: { draftId, lastRevision: MoreThan(revision) }, order: { lastRevision: 'ASC' } });
  }

  async findEditPage(draftId: string, query: PageQuery): Promise<{ edits: DraftEdit[]; total: number }> {
    const [edits, total] = await this.uow.repository(DraftEdit).findAndCount({
      where: { draftId },
      order: { lastRevision: 'DESC' },
      skip: offsetOf(query),
      take: query.pageSize,
    });
    return { edits, total };
  }

  /** Who wrote in a cycle, in the order of their first change. */
  async findWriters(draftId: string, cycle: number): Promise<string[]> {
    const rows = await this.uow.repository(DraftEdit).find({
      select: { id: true, staffId: true },
      where: { draftId, cycle },
      order: { id: 'ASC' },
    });
    return [...new Set(rows.map(({ staffId }) => staffId))];
  }

  async insertEdits(rows: readonly DraftEdit[]): Promise<void> {
    for (const chunk of chunksOf(rows, 100))
      await this.uow.repository(DraftEdit).insert(chunk.map((row) => asColumns<DraftEdit>(row)));
  }

  async updateEdit(
    id: string,
    change: Pick<DraftEdit, 'changes' | 'lastRevision' | 'endedAt'>,
  ): Promise<void> {
    await this.uow.repository(DraftEdit).update({ id }, asColumns<DraftEdit>(change));
  }

  private async hold(where: FindOptionsWhere<Draft>): Promise<void> {
    await this.uow
      .repository(Draft)
      .createQueryBuilder()
      .update()
      .set({ revision: () => 'revision' })
      .where(where)
      .execute();
  }
}
