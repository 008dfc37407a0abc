import { afterEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const LIMIT = 3;

describe('the address a request is counted under', () => {
  let server: TestApp;
  afterEach(() => server.close());

  /** Status codes of requests that each claim another address. */
  async function claimAddresses(count: number): Promise<number[]> {
    const statuses: number[] = [];
    for (let i = 1; i <= count; i++) {
      const headers = { 'x-forwarded-for': `192.0.2.${i}` };
      statuses.push((await fetch(`${server.url}/health/live`, { headers })).status);
    }
    return statuses;
  }

  it('is not what a client claims where no proxy stands in front', async () => {
    server = await startTestApp({ rateLimitPerMinute: LIMIT, trustedProxies: 0 });
    expect(await claimAddresses(LIMIT + 1)).toEqual([200, 200, 200, 429]);
  });

  it('is what the one trusted proxy says', async () => {
    server = await startTestApp({ rateLimitPerMinute: LIMIT, trustedProxies: 1 });
    expect(await claimAddresses(LIMIT + 1)).toEqual([200, 200, 200, 200]);
  });
});
