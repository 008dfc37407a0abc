import { Injectable } from '@nestjs/common';
import { In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditFilter } from './audit-filter.js';
import { AuditHead } from './audit-head.entity.js';

const HEAD_ID = 1;

/** A place in the chain. */
export interface ChainPlace {
  sequence: number;
  hash: string;
}

@Injectable()
export class AuditRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Takes the next `count` places and answers the last one before them; others wait until this transaction ends. */
  async lockHead(count: number): Promise<ChainPlace> {
    await this.uow.repository(AuditHead).increment({ id: HEAD_ID }, 'lastSequence', count);
    const { sequence, hash } = await this.head();
    return { sequence: sequence - count, hash };
  }

  async moveHead(lastHash: string): Promise<void> {
    await this.uow.repository(AuditHead).update({ id: HEAD_ID }, { lastHash });
  }

  async insert(entries: AuditEntry[]): Promise<void> {
    await this.uow.repository(AuditEntry).insert(entries);
  }

  /** The end of the chain; place 0 where nothing is on record. */
  async head(): Promise<ChainPlace> {
    const head = await this.uow.repository(AuditHead).findOneByOrFail({ id: HEAD_ID });
    return { sequence: head.lastSequence, hash: head.lastHash };
  }

  /** In the order of the chain. */
  findAfter(sequence: number, limit: number): Promise<AuditEntry[]> {
    return this.uow
      .repository(AuditEntry)
      .find({ where: { sequence: MoreThan(sequence) }, order: { sequence: 'ASC' }, take: limit });
  }

  /** The newest first. Places are found in an index before rows are read: far pages skip thousands of them. */
  async findPage(filter: AuditFilter, offset: number, limit: number): Promise<AuditEntry[]> {
    const places = await this.filtered(filter)
      .select('entry.sequence', 'sequence')
      .orderBy('entry.occurredAt', 'DESC')
      .addOrderBy('entry.sequence', 'DESC')
      .offset(offset)
      .limit(limit)
      .getRawMany<{ sequence: number | string }>();
    return this.uow.repository(AuditEntry).find({
      where: { sequence: In(places.map(({ sequence }) => Number(sequence))) },
      order: { occurredAt: 'DESC', sequence: 'DESC' },
    });
  }

  count(filter: AuditFilter): Promise<number> {
    return this.filtered(filter).getCount();
  }

  /** What fits the filter after a given entry, the oldest first. */
  findNext(filter: AuditFilter, after: AuditEntry | null, limit: number): Promise<AuditEntry[]> {
    const rows = this.filtered(filter);
    if (after) {
      rows.andWhere('entry.occurredAt >= :time AND (entry.occurredAt > :time OR entry.sequence > :place)', {
        time: this.uow.instant(after.occurredAt),
        place: after.sequence,
      });
    }
    return rows.orderBy('entry.occurredAt', 'ASC').addOrderBy('entry.sequence', 'ASC').limit(limit).getMany();
  }

  private filtered({
    actor,
    action,
    subjectKind,
    subjectId,
    from,
    until,
  }: AuditFilter): SelectQueryBuilder<AuditEntry> {
    const rows = this.uow.repository(AuditEntry).createQueryBuilder('entry');
    if (actor) rows.andWhere('entry.actorName = :actor', { actor });
    if (action) rows.andWhere('entry.action = :action', { action });
    if (subjectKind) rows.andWhere('entry.subjectKind = :subjectKind', { subjectKind });
    if (subjectId) rows.andWhere('entry.subjectId = :subjectId', { subjectId });
    if (from) rows.andWhere('entry.occurredAt >= :from', { from: this.uow.instant(from) });
    if (until) rows.andWhere('entry.occurredAt < :until', { until: this.uow.instant(until) });
    return rows;
  }
}
