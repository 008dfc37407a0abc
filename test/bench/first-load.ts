import { startChromium } from '../support/chromium.js';

/** What a browser that was never here before transfers for a page, as it travels: compressed, with headers. */
export interface FirstLoad {
  requests: number;
  bytes: number;
}

/** Opens each page in a fresh browser context at the size of a phone, until nothing more is loaded. */
export async function measureFirstLoads(url: string, paths: readonly string[]): Promise<FirstLoad[]> {
  const browser = await startChromium();
  try {
    const loads: FirstLoad[] = [];
    for (const path of paths) {
      const page = await browser.openPage({ viewport: { width: 375, height: 800 } });
      const session = await page.context().newCDPSession(page);
      const load: FirstLoad = { requests: 0, bytes: 0 };
      session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        load.requests++;
        load.bytes += encodedDataLength;
      });
      await session.send('Network.enable');
      await page.goto(url + path, { waitUntil: 'networkidle' });
      await page.context().close();
      loads.push(load);
    }
    return loads;
  } finally {
    await browser.close();
  }
}
