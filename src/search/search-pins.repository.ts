import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { SearchPin } from './search-pin.entity.js';

@Injectable()
export class SearchPinsRepository {
  constructor(private readonly uow: UnitOfWork) {}

  findAll(): Promise<SearchPin[]> {
    return this.uow.repository(SearchPin).find({ order: { query: 'ASC', ordinal: 'ASC', code: 'ASC' } });
  }

  /** Puts these in the place of all that was pinned for the query. */
  async replace(query: string, pins: SearchPin[]): Promise<void> {
    await this.uow.repository(SearchPin).delete({ query });
    if (pins.length > 0) await this.uow.repository(SearchPin).insert(pins);
  }
}
