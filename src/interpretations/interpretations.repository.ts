import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Interpretation } from './interpretation.entity.js';

@Injectable()
export class InterpretationsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findByCode(code: string): Promise<Interpretation | null> {
    return this.uow.repository(Interpretation).findOneBy({ code });
  }

  async insert(row: Interpretation): Promise<void> {
    await this.uow.repository(Interpretation).insert(row);
  }

  async update(id: string, change: Partial<Interpretation>): Promise<void> {
    await this.uow.repository(Interpretation).update({ id }, change);
  }

  async delete(id: string): Promise<void> {
    await this.uow.repository(Interpretation).delete({ id });
  }
}
