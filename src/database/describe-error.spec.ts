import { describe, expect, it } from '@jest/globals';
import { EntityNotFoundError, QueryFailedError } from 'typeorm';
import { describeError } from './describe-error.js';

const SECRET = '13800138000';

describe('describeError', () => {
  it('tells name, message, code and place', () => {
    const description = describeError(Object.assign(new TypeError('no'), { code: 'E_NO' }));
    expect(description).toMatchObject({ name: 'TypeError', message: 'no', code: 'E_NO' });
    expect(description.stack).toMatch(/^\s+at /);
  });

  it.each([
    [
      'a failed query',
      new QueryFailedError(
        `INSERT INTO t VALUES ('${SECRET}')`,
        [SECRET],
        Object.assign(new Error(`Duplicate entry '${SECRET}'`), { code: 'ER_DUP_ENTRY' }),
      ),
    ],
    ['a row that is missing', new EntityNotFoundError('account', { openid: SECRET })],
    [
      'an error of a driver',
      Object.assign(new Error(`Data too long: ${SECRET}`), { code: 'ER_DATA_TOO_LONG', sql: SECRET }),
    ],
    [
      'an error caused by one',
      new Error('outer', { cause: Object.assign(new Error(SECRET), { code: 'SQLITE_CONSTRAINT' }) }),
    ],
  ])('holds no value of %s', (_what, error) => {
    expect(JSON.stringify(describeError(error))).not.toContain(SECRET);
    expect(describeError(error).name).toBe(error.name);
  });

  it('does not repeat a message of several lines in the place', () => {
    expect(describeError(new Error('first\nsecond')).stack).not.toContain('second');
  });

  it('ends where causes go round', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000);
  });
});
