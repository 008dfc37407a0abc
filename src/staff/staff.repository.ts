import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { offsetOf, type PageQuery } from '../common/page.query.js';
import { loadInChunks } from '../database/in-chunks.js';
import { likeAnywhere } from '../database/like-pattern.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Staff } from './staff.entity.js';

@Injectable()
export class StaffRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findById(id: string): Promise<Staff | null> {
    return this.uow.repository(Staff).findOneBy({ id });
  }

  findByIds(ids: readonly string[]): Promise<Staff[]> {
    return loadInChunks(ids, (chunk) => this.uow.repository(Staff).findBy({ id: In(chunk) }));
  }

  findByUsername(username: string): Promise<Staff | null> {
    return this.uow.repository(Staff).findOneBy({ username });
  }

  /** People whose name or user name has a text, in the order of the user names. */
  async findPage(text: string, query: PageQuery): Promise<{ people: Staff[]; total: number }> {
    const rows = this.uow.repository(Staff).createQueryBuilder('staff');
    if (text) {
      rows.where("(LOWER(staff.username) LIKE :text ESCAPE '|' OR staff.displayName LIKE :text ESCAPE '|')", {
        text: likeAnywhere(text.toLowerCase()),
      });
    }
    const total = await rows.getCount();
    const people = await rows
      .orderBy('staff.username')
      .offset(offsetOf(query))
      .limit(query.pageSize)
      .getMany();
    return { people, total };
  }

  async insert(staff: Staff): Promise<void> {
    await this.uow.repository(Staff).insert(staff);
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.uow.repository(Staff).update({ id }, { passwordHash });
  }

  async setDisabled(id: string, disabledAt: Date | null): Promise<void> {
    await this.uow.repository(Staff).update({ id }, { disabledAt });
  }

  async setSecondFactor(id: string, secondFactorAt: Date | null): Promise<void> {
    await this.uow.repository(Staff).update({ id }, { secondFactorAt });
  }

  async setName(id: string, displayName: string): Promise<void> {
    await this.uow.repository(Staff).update({ id }, { displayName });
  }
}
