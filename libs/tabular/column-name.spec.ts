import { describe, expect, it } from '@jest/globals';
import { columnIndex, columnName, LAST_COLUMN_INDEX } from './column-name.js';

describe('column letters', () => {
  it('count as Excel counts', () => {
    expect([0, 25, 26, 51, 52, 701, 702, LAST_COLUMN_INDEX].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
  });

  it('lead back to the index', () => {
    for (let index = 0; index <= LAST_COLUMN_INDEX; index += 1)
      expect(columnIndex(columnName(index))).toBe(index);
  });
});
