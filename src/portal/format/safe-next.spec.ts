import { describe, expect, it } from '@jest/globals';
import { safeNextPath } from './safe-next.js';

describe('safeNextPath', () => {
  it.each(['/', '/clauses/hrss-c01?version=2', '/search?q=%E5%88%9B%E4%B8%9A#results', '/me/messages'])(
    'allows the path %s of this site',
    (path) => expect(safeNextPath(path)).toBe(path),
  );

  it.each([
    'https://evil.example/',
    '//evil.example/x',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'me/messages',
    '',
    null,
    undefined,
  ])('refuses %j', (path) => expect(safeNextPath(path, '/me/subscriptions')).toBe('/me/subscriptions'));

  it('does not go round in circles or land on data', () => {
    expect(safeNextPath('/login?next=/x')).toBe('/');
    expect(safeNextPath('/api/v1/me')).toBe('/');
  });
});
