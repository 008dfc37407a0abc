import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rawRequest } from '../support/raw-request.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('an error', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(() => server.close());

  const send = (path: string, init: RequestInit): Promise<Response> => fetch(`${server.url}${path}`, init);

  it.each<[string, string, RequestInit, number]>([
    ['a malformed address', '/api/v1/%zz', {}, 400],
    ['a malformed address below /health', '/health/%e4%b8', {}, 400],
    ['an unknown address', '/api/v1/nope', {}, 404],
    ['a method that the address does not know', '/api/v1/search', { method: 'POST' }, 404],
    ['a body that is no JSON', '/api/v1/topics', { method: 'POST', headers: JSON_TYPE, body: '{"a":' }, 400],
    [
      'a body of an unknown type',
      '/api/v1/topics',
      { method: 'PUT', headers: { 'content-type': 'application/xml' }, body: '<a/>' },
      404,
    ],
    [
      'a body that is too large',
      '/api/v1/topics',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify('x'.repeat(1_100_000)) },
      413,
    ],
    ['wrong input', '/api/v1/search?pageSize=1000', {}, 400],
    ['an address that is too long', `/api/v1/clauses/${'a'.repeat(5000)}`, {}, 404],
  ])('of the API is a problem in Chinese: %s', async (_what, path, init, status) => {
    const answer = await send(path, init);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const problem = (await answer.json()) as Record<string, string>;
    expect({ status: answer.status, problem }).toMatchObject({ status, problem: { status } });
    expect(problem.title).toMatch(/^[\u4e00-\u9fff]+$/);
    expect(problem.detail).toMatch(/[\u4e00-\u9fff]/);
    expect(problem.detail).not.toMatch(/[A-Za-z]{6,}/);
    expect(problem.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it.each([
    ['no method of HTTP', 'FOO /api/v1/site HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['a length that is no number', 'POST /api/v1/site HTTP/1.1\r\nHost: a\r\ncontent-length: x\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\ncookie: ${'a'.repeat(140_000)}\r\n\r\n`, 431],
  ])('before there is a request is a problem, too: %s', async (_what, text, status) => {
    const [head, body] = (await rawRequest(server.url, text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('application/problem+json');
    expect(JSON.parse(body ?? '')).toMatchObject({ status, code: `HTTP.${status}` });
  });

  it.each([
    ['a malformed address', '/clauses/%zz', {}, 400],
    ['a form sent where nothing takes it', '/search', { method: 'POST' }, 404],
  ])('of a page is a page: %s', async (_what, path, init, status) => {
    const answer = await send(path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toMatch(/<html lang="zh-CN">.*回到首页/);
  });
});
