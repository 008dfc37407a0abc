import { type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

/** One page of a list; `total` counts all items of the list, not only this page. */
export interface Page<T> {
  items: T[];
  page: number;
  pageSize: number;
  total: number;
}

/** The OpenAPI class of a page of `item`s; every list in the API has this shape. */
export function PageOf<T>(item: Type<T>): Type<Page<T>> {
  class PageView implements Page<T> {
    @ApiProperty({ type: [item] }) items!: T[];
    @ApiProperty({ minimum: 1 }) page!: number;
    @ApiProperty({ minimum: 1, maximum: 100 }) pageSize!: number;
    @ApiProperty({ minimum: 0 }) total!: number;
  }
  Object.defineProperty(PageView, 'name', { value: `PageOf${item.name}` });
  return PageView;
}
