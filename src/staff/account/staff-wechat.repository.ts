import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { loadInChunks } from '../../database/in-chunks.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { StaffWeChat } from './staff-wechat.entity.js';

@Injectable()
export class StaffWeChatRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findByAccount(accountId: string): Promise<StaffWeChat | null> {
    return this.uow.repository(StaffWeChat).findOneBy({ accountId });
  }

  findByStaff(staffId: string): Promise<StaffWeChat | null> {
    return this.uow.repository(StaffWeChat).findOneBy({ staffId });
  }

  findByStaffIds(staffIds: readonly string[]): Promise<StaffWeChat[]> {
    return loadInChunks(staffIds, (chunk) => this.uow.repository(StaffWeChat).findBy({ staffId: In(chunk) }));
  }

  async save(bound: StaffWeChat): Promise<void> {
    await this.uow.repository(StaffWeChat).upsert(bound, ['staffId']);
  }

  async delete(staffId: string): Promise<void> {
    await this.uow.repository(StaffWeChat).delete({ staffId });
  }
}
