import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ProblemFilter } from '../http/problem.filter.js';
import { PortalController } from './portal.controller.js';
import { PortalRenderer } from './portal-renderer.js';
import type { RenderResult } from './render-contract.js';

describe('the portal over HTTP', () => {
  let app: NestFastifyApplication;
  let answer: RenderResult;
  let asked: { url: string; signedIn: boolean } | null;

  beforeAll(async () => {
    const render = async (url: string, _visitor: unknown, signedIn: boolean): Promise<RenderResult> => {
      asked = { url, signedIn };
      return answer;
    };
    const module = await Test.createTestingModule({
      controllers: [PortalController],
      providers: [{ provide: PortalRenderer, useValue: { render } }],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    app.useGlobalFilters(new ProblemFilter());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    asked = null;
    answer = { status: 200, html: '<!doctype html>页面' };
  });

  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers });

  it('sends a page that no shared cache keeps', async () => {
    const page = await get('/search?q=a');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('private, no-cache');
    expect(page.body).toContain('页面');
    expect(asked?.url).toBe('/search?q=a');
  });

  it('sends nothing again that the browser has', async () => {
    const first = await get('/');
    const again = await get('/', { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    answer = { status: 200, html: 'changed' };
    expect((await get('/', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(200);
  });

  it('keeps the status of a page that reports a fault, whatever the browser has', async () => {
    answer = { status: 404, html: '没有' };
    const first = await get('/nope');
    expect(first.statusCode).toBe(404);
    expect((await get('/nope', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(404);
  });

  it('tells a crawler when to come back while something is unavailable', async () => {
    answer = { status: 503, html: '稍后' };
    expect((await get('/')).headers['retry-after']).toBe('30');
  });

  it('passes redirects on', async () => {
    answer = { status: 302, html: '', location: '/login?next=%2Fme' };
    const page = await get('/me/messages');
    expect(page.statusCode).toBe(302);
    expect(page.headers.location).toBe('/login?next=%2Fme');
  });

  it('sees a session only in its own cookie', async () => {
    await get('/', { cookie: 'a=1; ps_session=abc' });
    expect(asked?.signedIn).toBe(true);
    await get('/', { cookie: 'xps_session=abc; ps_session=' });
    expect(asked?.signedIn).toBe(false);
  });

  it.each(['/api/v1/unknown', '/assets/gone.js', '/favicon.ico', '/wp-login.php'])(
    'answers %s with a problem instead of a page',
    async (path) => {
      const missing = await get(path);
      expect(missing.statusCode).toBe(404);
      expect(missing.headers['content-type']).toContain('application/problem+json');
      expect(asked).toBeNull();
    },
  );
});
