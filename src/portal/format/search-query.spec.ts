import { describe, expect, it } from '@jest/globals';
import { readSearchQuery, searchQueryString, withFilters } from './search-query.js';

const read = (address: string) => {
  const params = new URLSearchParams(address);
  return readSearchQuery((key) => params.get(key));
};

describe('search addresses', () => {
  it('drop the empty fields that a plain form sends', () => {
    expect(read('q=+创业+&audience=&department=hrss&topic=&page=1')).toEqual({
      q: '创业',
      department: 'hrss',
    });
  });

  it('name an order only where it is not the usual one', () => {
    expect(read('q=a&sort=relevance')).toEqual({ q: 'a' });
    expect(searchQueryString(read('q=a&sort=newest'))).toBe('?q=a&sort=newest');
  });

  it('ignore keys they do not know', () => {
    expect(read('q=低保&utm_source=x')).toEqual({ q: '低保' });
  });

  it('take the first of repeated values', () => {
    expect(readSearchQuery((key) => (key === 'topic' ? ['T0201', 'T0202'] : undefined))).toEqual({
      topic: 'T0201',
    });
  });

  it('are equal for equal searches, however they came about', () => {
    const one = searchQueryString(read('topic=T0201&q=a&page=3'));
    const other = searchQueryString(read('page=3&q=a&topic=T0201'));
    expect(one).toBe('?q=a&topic=T0201&page=3');
    expect(other).toBe(one);
    expect(searchQueryString({})).toBe('');
  });

  it('go back to the first page when a filter changes', () => {
    const query = read('q=a&page=3');
    expect(searchQueryString(withFilters(query, { audience: 'citizen' }))).toBe('?q=a&audience=citizen');
    expect(searchQueryString(withFilters(read('q=a&topic=T1'), { topic: undefined }))).toBe('?q=a');
    expect(searchQueryString(withFilters(query, { page: '4' }))).toBe('?q=a&page=4');
  });
});
