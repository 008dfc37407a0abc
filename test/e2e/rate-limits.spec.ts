import { afterEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

/** Five times what searches may take. */
const PER_MINUTE = 10;
const SEARCHES = 2;

describe('limits per minute', () => {
  let server: TestApp;
  afterEach(() => server.close());

  const from = (address: string, path: string): Promise<Response> =>
    fetch(`${server.url}${path}`, { headers: { 'x-forwarded-for': address } });

  /** Status codes of as many requests of one path as there are addresses. */
  async function statuses(path: string, addresses: string[]): Promise<number[]> {
    const answers: number[] = [];
    for (const address of addresses) answers.push((await from(address, path)).status);
    return answers;
  }

  it('say in Chinese when to come back, as a problem or a page', async () => {
    server = await startTestApp({ rateLimitPerMinute: 1 });
    await server.get('/api/v1/site');
    const refused = await server.get('/api/v1/site');
    const seconds = Number(refused.headers.get('retry-after'));
    expect(refused.status).toBe(429);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await refused.json()).toMatchObject({
      status: 429,
      title: '请求过于频繁',
      code: 'REQUESTS.TOO_MANY',
      detail: expect.stringMatching(/请在 \d+ 秒后再试/),
    });
    const page = await server.get('/topics');
    expect(page.status).toBe(429);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toMatch(/请求过于频繁.*请在 \d+ 秒后再试/);
  });

  it.each(['/api/v1/search?q=a', '/search?q=a'])('are stricter for %s', async (path) => {
    server = await startTestApp({ rateLimitPerMinute: PER_MINUTE });
    const asked = await statuses(path, Array<string>(SEARCHES + 1).fill('192.0.2.1'));
    expect(asked).toEqual([200, 200, 429]);
    expect((await server.get('/api/v1/site')).status).toBe(200);
  });

  it('are strictest for log-ins, so that nobody guesses', async () => {
    server = await startTestApp({ rateLimitPerMinute: 120 });
    const body = JSON.stringify({ code: '' });
    const logIn = (): Promise<Response> =>
      fetch(`${server.url}/api/v1/sessions/wechat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    expect([(await logIn()).status, (await logIn()).status, (await logIn()).status]).toEqual([400, 400, 429]);
  });

  it('hold for each person behind a proxy that is trusted', async () => {
    server = await startTestApp({ rateLimitPerMinute: PER_MINUTE, trustedProxies: 1 });
    const addresses = ['192.0.2.1', '192.0.2.2', '192.0.2.1', '192.0.2.2', '192.0.2.1'];
    expect(await statuses('/api/v1/search', addresses)).toEqual([200, 200, 200, 200, 429]);
  });

  it('count a whole IPv6 /64 as one address: anybody has that many', async () => {
    server = await startTestApp({ rateLimitPerMinute: PER_MINUTE, trustedProxies: 1 });
    const addresses = ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1'];
    expect(await statuses('/api/v1/search', addresses)).toEqual([200, 200, 429, 200]);
  });
});
