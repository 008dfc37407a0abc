import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { StaffInvitation } from './staff-invitation.entity.js';

@Injectable()
export class InvitationsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async insert(invitation: StaffInvitation): Promise<void> {
    await this.uow.repository(StaffInvitation).insert(invitation);
  }

  findOpen(tokenHash: string, now: Date): Promise<StaffInvitation | null> {
    return this.uow.repository(StaffInvitation).findOneBy({ tokenHash, expiresAt: MoreThan(now) });
  }

  /** Uses one up; says whether it was still there. */
  async take(tokenHash: string, now: Date): Promise<boolean> {
    const result = await this.uow.repository(StaffInvitation).delete({ tokenHash, expiresAt: MoreThan(now) });
    return result.affected === 1;
  }

  async deleteOf(staffId: string): Promise<void> {
    await this.uow.repository(StaffInvitation).delete({ staffId });
  }

  async deleteExpired(now: Date): Promise<void> {
    await this.uow.repository(StaffInvitation).delete({ expiresAt: LessThan(now) });
  }
}
