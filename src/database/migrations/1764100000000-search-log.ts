import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsFor, createTable, dialectOfRunner, unique } from './portable-table.js';

/** What is searched for, and what staff put on top of it. */
export class SearchLog1764100000000 implements MigrationInterface {
  name = 'SearchLog1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    const c = columnsFor(dialectOfRunner(runner));
    await createTable(
      runner,
      'search_query_day',
      [c.id(), c.date('day'), c.text('text', 60), c.int('searches'), c.int('fruitless')],
      [unique('uq_search_query_day', 'day', 'text')],
    );
    await createTable(
      runner,
      'search_pin',
      [c.id(), c.text('query', 60), c.text('code', 64), c.int('ordinal'), c.instant('created_at')],
      [unique('uq_search_pin', 'query', 'code')],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('search_pin');
    await runner.dropTable('search_query_day');
  }
}
