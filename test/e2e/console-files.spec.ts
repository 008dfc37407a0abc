import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/start-test-app.js';

describe('the files of the console', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp({ demoCatalogue: false });
  });
  afterAll(() => server.close());

  it.each(['/console', '/console/', '/console/clauses/some-code?x=1', '/console/no-such-page'])(
    'answer %s with the one page, never kept',
    async (path) => {
      const answer = await server.get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(await answer.text()).toContain('<div id="console">');
    },
  );

  it('may be kept for ever, because their names carry their content', async () => {
    const page = await (await server.get('/console/')).text();
    const files = [...page.matchAll(/(?:src|href)="(\/console\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const file of files) {
      const answer = await server.get(file);
      expect([file, answer.status]).toEqual([file, 200]);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-type')).not.toContain('html');
    }
  });

  it.each(['/console/assets/nope.js', '/console/assets/../index.html', '/console/nope.css'])(
    'answer %s with a problem, not with a page',
    async (path) => {
      const answer = await server.get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  it('name nothing outside this machine', async () => {
    const page = await (await server.get('/console/')).text();
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});
