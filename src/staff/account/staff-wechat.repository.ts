import { Injectable } from '@nestjs/common';
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

  async save(bound: StaffWeChat): Promise<void> {
    await this.uow.repository(StaffWeChat).upsert(bound, ['staffId']);
  }

  async delete(staffId: string): Promise<void> {
    await this.uow.repository(StaffWeChat).delete({ staffId });
  }
}
