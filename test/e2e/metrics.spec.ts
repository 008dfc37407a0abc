import { afterEach, describe, expect, it } from '@jest/globals';
import { MetricsService } from '../../src/operations/metrics.service.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const TOKEN = 'a-token-for-figures';

describe('/metrics', () => {
  let server: TestApp;
  afterEach(() => server.close());

  async function read(headers: Record<string, string> = {}) {
    const answer = await fetch(`${server.url}/metrics`, { headers });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  }

  /** Value of each series. */
  async function figures(): Promise<Map<string, number>> {
    const lines = (await read()).text.split('\n').filter((line) => line && !line.startsWith('#'));
    return new Map(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
    );
  }

  it('shows the process, the requests, the outbox and the index', async () => {
    server = await startTestApp();
    await server.get('/api/v1/search?q=a');
    const answer = await read();
    expect(answer.type).toMatch(/^text\/plain; version=0\.0\.4/);
    const shown = await figures();
    expect(shown.get('process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(
      shown.get('http_request_duration_seconds_count{method="GET",route="/api/v1/search",status="200"}'),
    ).toBe(1);
    expect(shown.get('search_duration_seconds_count')).toBe(1);
    expect(shown.get('outbox_oldest_pending_seconds')).toBe(0);
    expect(shown.get('outbox_dead_events')).toBe(0);
    expect(shown.get('search_index_lag_changes')).toBe(0);
    expect(shown.get('search_index_ready')).toBe(1);
    expect(shown.get('search_index_documents')).toBe(109 + 92 + 15 + 116);
  });

  it('has no more series however many addresses are asked for', async () => {
    server = await startTestApp();
    const ask = async (mark: string): Promise<void> => {
      for (let i = 0; i < 20; i++) {
        await server.get(`/clauses/${mark}${i}`);
        await server.get(`/api/v1/clauses/${mark}${i}`);
        await server.get(`/${mark}${i}`);
        await server.get(`/${mark}${i}.php`);
        await server.get(`/api/${mark}${i}?q=${i}`);
      }
    };
    // Node has more of its own once it collects another kind of garbage, or waits for something else.
    const ours = (shown: Map<string, number>): number =>
      [...shown.keys()].filter((series) => !series.startsWith('nodejs_')).length;
    await ask('x');
    await figures();
    const before = ours(await figures());
    await ask('y');
    const after = await figures();
    expect(ours(after)).toBe(before);
    expect([...after.keys()].filter((series) => /[xy]\d/.test(series))).toEqual([]);
    expect(
      after.get('http_request_duration_seconds_count{method="GET",route="/clauses/*",status="404"}'),
    ).toBe(40);
  });

  it('lets another feature add a figure, whose failure hides no other', async () => {
    server = await startTestApp();
    const metrics = server.app.get(MetricsService);
    metrics.gauge({ name: 'test_fine', help: 'Fine.' }, () => 7);
    metrics.gauge({ name: 'test_broken', help: 'Broken.' }, () => Promise.reject(new TypeError('planned')));
    metrics.counter({ name: 'test_things_total', help: 'Things.', labels: ['kind'] }).inc({ kind: 'a' }, 3);
    const shown = await figures();
    expect(shown.get('test_fine')).toBe(7);
    expect(shown.get('test_broken')).toBeNaN();
    expect(shown.get('test_things_total{kind="a"}')).toBe(3);
  });

  it('is for this machine only where no token is set', async () => {
    server = await startTestApp({ trustedProxies: 1 });
    expect((await read()).status).toBe(200);
    const answer = await read({ 'x-forwarded-for': '127.0.0.1' });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'PERMISSION.DENIED' });
    for (const name of ['forwarded', 'via', 'x-real-ip']) {
      expect((await read({ [name]: 'a' })).status).toBe(403);
    }
  });

  it('asks everybody for the token where one is set', async () => {
    server = await startTestApp({ metricsToken: TOKEN });
    expect((await read()).status).toBe(401);
    expect((await read({ authorization: `Bearer ${TOKEN}x` })).status).toBe(401);
    expect((await read({ authorization: `Basic ${TOKEN}` })).status).toBe(401);
    const headers = { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '192.0.2.1' };
    expect((await read(headers)).status).toBe(200);
  });
});
