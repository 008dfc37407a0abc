import type { BrowserContext } from 'playwright-core';

/** `data:`, `blob:` and `about:` never leave the browser. */
const NETWORK = new Set(['http:', 'https:', 'ws:', 'wss:', 'ftp:']);

/**
 * Stops every request and web socket of a browser context that is not for 127.0.0.1.
 * @param context the context to guard, before a page is opened in it
 * @param refused is told the address of each
 */
export async function keepOnThisMachine(
  context: BrowserContext,
  refused: (url: string) => void,
): Promise<void> {
  const elsewhere = (url: URL): boolean => NETWORK.has(url.protocol) && url.hostname !== '127.0.0.1';
  await context.route(elsewhere, async (route) => {
    refused(route.request().url());
    await route.abort('blockedbyclient');
  });
  await context.routeWebSocket(elsewhere, async (socket) => {
    refused(socket.url());
    await socket.close();
  });
}
