import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { chunksOf } from '../database/in-chunks.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { StaffNotice } from './staff-notice.entity.js';

@Injectable()
export class StaffNoticesRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Adds notices, leaving out facts that their people were told before. */
  async insertNew(rows: StaffNotice[]): Promise<void> {
    for (const chunk of chunksOf(rows, 500)) {
      await this.uow
        .repository(StaffNotice)
        .createQueryBuilder()
        .insert()
        .values(chunk)
        .orIgnore()
        .updateEntity(false)
        .execute();
    }
  }

  async findPage(
    staffId: string,
    unread: boolean,
    query: PageQuery,
  ): Promise<{ notices: StaffNotice[]; total: number }> {
    const [notices, total] = await this.uow.repository(StaffNotice).findAndCount({
      where: unread ? { staffId, readAt: IsNull() } : { staffId },
      order: { id: 'DESC' },
      skip: offsetOf(query),
      take: query.pageSize,
    });
    return { notices, total };
  }

  countUnread(staffId: string): Promise<number> {
    return this.uow.repository(StaffNotice).countBy({ staffId, readAt: IsNull() });
  }

  /** @returns whether there is such a notice of the person */
  async markRead(staffId: string, id: string, at: Date): Promise<boolean> {
    const found = await this.uow.repository(StaffNotice).findOneBy({ staffId, id });
    if (found && found.readAt === null) {
      await this.uow.repository(StaffNotice).update({ id }, { readAt: at });
    }
    return found !== null;
  }

  async markAllRead(staffId: string, at: Date): Promise<void> {
    await this.uow.repository(StaffNotice).update({ staffId, readAt: IsNull() }, { readAt: at });
  }
}
