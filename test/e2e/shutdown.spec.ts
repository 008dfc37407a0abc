import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startTestApp } from '../support/start-test-app.js';

const REQUEST = 'GET /api/v1/catalogue/home HTTP/1.1\r\nhost: a\r\n\r\n';

describe('closing the application', () => {
  it('answers what is under way, and does not wait for a request that never ends', async () => {
    const server = await startTestApp();
    const { hostname, port } = new URL(server.url);
    const [asking, stalled] = [connect(Number(port), hostname), connect(Number(port), hostname)];
    await Promise.all([once(asking, 'connect'), once(stalled, 'connect')]);
    stalled.on('error', () => undefined);
    stalled.write('GET / HTTP/1.1\r\nhost:');
    const asked = once(server.app.getHttpServer(), 'request');
    const answered = once(asking, 'data');
    asking.write(REQUEST);
    await asked;
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(String((await answered)[0])).toMatch(/^HTTP\/1.1 200 /);
    asking.destroy();
    stalled.destroy();
  });
});
