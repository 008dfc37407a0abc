import { Injectable } from '@nestjs/common';
import { newId } from '../database/new-id.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { SearchQueryDay } from './search-query-day.entity.js';

/** A searched text with its counts. */
export interface SearchedText {
  text: string;
  searches: number;
  fruitless: number;
}

@Injectable()
export class SearchLogRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Adds counts of one day. */
  async add(day: string, { text, searches, fruitless }: SearchedText): Promise<void> {
    const repository = this.uow.repository(SearchQueryDay);
    const row = await repository.findOneBy({ day, text });
    if (row === null) {
      await repository.insert({ id: newId(), day, text, searches, fruitless });
      return;
    }
    await repository.increment({ id: row.id }, 'searches', searches);
    if (fruitless > 0) await repository.increment({ id: row.id }, 'fruitless', fruitless);
  }

  /** Most searched since a day; `fruitless` only those that found nothing, most often fruitless first. */
  async findMostSearched(
    since: string,
    limit: number,
    { fruitless }: { fruitless: boolean },
  ): Promise<SearchedText[]> {
    const query = this.uow
      .repository(SearchQueryDay)
      .createQueryBuilder('day')
      .select('day.text', 'text')
      .addSelect('SUM(day.searches)', 'searches')
      .addSelect('SUM(day.fruitless)', 'fruitless')
      .where('day.day >= :since', { since })
      .groupBy('day.text')
      .orderBy(fruitless ? 'SUM(day.fruitless)' : 'SUM(day.searches)', 'DESC')
      .addOrderBy('day.text', 'ASC')
      .limit(limit);
    if (fruitless) query.having('SUM(day.fruitless) > 0');
    const rows = await query.getRawMany<{
      text: string;
      searches: number | string;
      fruitless: number | string;
    }>();
    return rows.map((row) => ({
      text: row.text,
      searches: Number(row.searches),
      fruitless: Number(row.fruitless),
    }));
  }
}
