import type { ObjectLiteral, Repository } from 'typeorm';

/**
 * The row as TypeORM takes it: its types look into JSON columns, which are written whole, and do not get along with
 * values that may be anything.
 */
export const asColumns = <T extends ObjectLiteral>(row: Partial<T>): Parameters<Repository<T>['update']>[1] =>
  row as Parameters<Repository<T>['update']>[1];
