import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startChromium, type TestBrowser } from '../support/chromium.js';

describe('the test browser', () => {
  let browser: TestBrowser;
  let server: Server;
  let url: string;
  let html: string;

  beforeEach(async () => {
    browser = await startChromium();
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(async () => {
    // Closed already, unless a test failed: a browser left open would keep the run from ending.
    await browser.close().catch(() => undefined);
    server.closeAllConnections();
    server.close();
  });

  it('shows a page of this machine', async () => {
    html = '<title>政策超市</title>';
    const page = await browser.openPage();
    await page.goto(url);
    expect(await page.title()).toBe('政策超市');
    await browser.close();
  });

  it('stops what wants to leave this machine and fails for it', async () => {
    html = `<img src="http://localhost:1/image.png"><script>new WebSocket('ws://socket.invalid/')</script>`;
    const page = await browser.openPage();
    await page.goto(url);
    await expect(browser.close()).rejects.toThrow(/localhost:1\/image\.png.*ws:\/\/socket\.invalid/);
  });
});
