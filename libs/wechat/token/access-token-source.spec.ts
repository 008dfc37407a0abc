import { describe, expect, it, jest } from '@jest/globals';
import { WeChatError } from '../wechat-error.js';
import type { AccessToken } from './access-token-store.js';
import { AccessTokenSource } from './access-token-source.js';
import { InMemoryAccessTokenStore } from './in-memory-access-token-store.js';

const MINUTE = 60_000;

function setUp(store = new InMemoryAccessTokenStore()) {
  const clock = { now: 0 };
  let count = 0;
  const fetch = jest.fn(async (): Promise<AccessToken> => {
    count += 1;
    const expiresAt = clock.now + 120 * MINUTE;
    return { value: `T${count}`, expiresAt, renewAt: expiresAt - 5 * MINUTE };
  });
  const source = () => new AccessTokenSource({ appId: 'wx1', store, fetch, now: () => clock.now });
  return { clock, fetch, source, store };
}

describe('the shared access token', () => {
  it('is fetched once for many calls at the same time', async () => {
    const { source, fetch } = setUp();
    const one = source();
    expect(await Promise.all([one.current(), one.current(), one.current()])).toEqual(['T1', 'T1', 'T1']);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('is fetched once for two processes with one store', async () => {
    const { source, fetch } = setUp();
    expect(await Promise.all([source().current(), source().current()])).toEqual(['T1', 'T1']);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('is renewed five minutes before it ends, not earlier', async () => {
    const { source, clock } = setUp();
    const one = source();
    await one.current();
    clock.now = 115 * MINUTE - 1;
    expect(await one.current()).toBe('T1');
    clock.now = 115 * MINUTE;
    expect(await one.current()).toBe('T2');
  });

  it('is used on while a renewal fails and it is still valid', async () => {
    const { source, clock, fetch } = setUp();
    const one = source();
    await one.current();
    fetch.mockRejectedValue(new WeChatError('retry', '/cgi-bin/stable_token', 'down'));
    clock.now = 116 * MINUTE;
    expect(await one.current()).toBe('T1');
    expect(await one.current()).toBe('T1');
    expect(fetch).toHaveBeenCalledTimes(2);
    clock.now = 120 * MINUTE;
    await expect(one.current()).rejects.toMatchObject({ kind: 'retry' });
  });

  it('is replaced after a refusal, once for all who were refused', async () => {
    const { source, fetch } = setUp();
    const [one, other] = [source(), source()];
    await Promise.all([one.current(), other.current()]);
    expect(await Promise.all([one.replace('T1'), one.replace('T1'), other.replace('T1')])).toEqual([
      'T2',
      'T2',
      'T2',
    ]);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(await one.replace('T1')).toBe('T2');
  });

  it.each([
    ['unknown_outcome', 'retry'],
    ['retry', 'retry'],
    ['permanent', 'slow_down'],
    ['slow_down', 'slow_down'],
  ] as const)('turns a token failure of kind %s into %s, as no message was sent', async (kind, seen) => {
    const { source, fetch } = setUp();
    fetch.mockRejectedValue(new WeChatError(kind, '/cgi-bin/stable_token', 'no'));
    await expect(source().current()).rejects.toMatchObject({ kind: seen });
  });

  it('does not repeat the text of a failing store, which may quote the token', async () => {
    const store = new InMemoryAccessTokenStore();
    store.save = () => Promise.reject(new TypeError("INSERT … VALUES ('T1')"));
    const { source } = setUp(store);
    const error: unknown = await source()
      .current()
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ kind: 'retry', errmsg: 'TypeError' });
  });
});
