import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { StaffRecoveryCode } from './staff-recovery-code.entity.js';
import { StaffSecondFactor } from './staff-second-factor.entity.js';

@Injectable()
export class SecondFactorRepository {
  constructor(private readonly uow: UnitOfWork) {}

  find(staffId: string): Promise<StaffSecondFactor | null> {
    return this.uow.repository(StaffSecondFactor).findOneBy({ staffId });
  }

  async save(factor: StaffSecondFactor): Promise<void> {
    await this.uow.repository(StaffSecondFactor).upsert(factor, ['staffId']);
  }

  /** Takes a time step, unless it or a later one was taken before; says whether it did. */
  async takeStep(staffId: string, step: number): Promise<boolean> {
    const result = await this.uow
      .repository(StaffSecondFactor)
      .update({ staffId, lastStep: LessThan(step) }, { lastStep: step });
    return result.affected === 1;
  }

  /** Uses a recovery code up; says whether it was there. */
  async takeCode(codeHash: string): Promise<boolean> {
    return (await this.uow.repository(StaffRecoveryCode).delete({ codeHash })).affected === 1;
  }

  countCodes(staffId: string): Promise<number> {
    return this.uow.repository(StaffRecoveryCode).countBy({ staffId });
  }

  async replaceCodes(staffId: string, hashes: readonly string[]): Promise<void> {
    const codes = this.uow.repository(StaffRecoveryCode);
    await codes.delete({ staffId });
    await codes.insert(hashes.map((codeHash) => ({ codeHash, staffId })));
  }

  async delete(staffId: string): Promise<void> {
    await this.uow.repository(StaffSecondFactor).delete({ staffId });
    await this.uow.repository(StaffRecoveryCode).delete({ staffId });
  }
}
