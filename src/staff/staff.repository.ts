import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Staff } from './staff.entity.js';

@Injectable()
export class StaffRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findById(id: string): Promise<Staff | null> {
    return this.uow.repository(Staff).findOneBy({ id });
  }

  findByUsername(username: string): Promise<Staff | null> {
    return this.uow.repository(Staff).findOneBy({ username });
  }

  async insert(staff: Staff): Promise<void> {
    await this.uow.repository(Staff).insert(staff);
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.uow.repository(Staff).update({ id }, { passwordHash });
  }
}
