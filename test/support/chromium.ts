import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findExecutable } from './executables.js';
import { keepOnThisMachine } from './local-traffic.js';

const QUIET_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Names are never looked up: what the guard on a page does not see (pre-connections, workers) fails, too.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const STEP_MS = 15_000;

/** A browser that reaches nothing but this machine. */
export interface TestBrowser {
  /** Opens a page with cookies and storage of its own; closing the browser closes it. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  /**
   * Ends the browser.
   * @throws Error that names every request that wanted to leave this machine
   */
  close(): Promise<void>;
}

/**
 * Starts the installed Chromium without a window.
 * @throws Error where none is installed
 */
export async function startChromium(): Promise<TestBrowser> {
  const executablePath = findExecutable('chromium', 'chromium-browser', 'google-chrome');
  if (executablePath === undefined) throw new Error('chromium 未安装，请安装软件包 chromium。');
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: isRoot ? [...QUIET_FLAGS, '--no-sandbox'] : QUIET_FLAGS,
    chromiumSandbox: !isRoot,
  });
  return guarded(browser);
}

function guarded(browser: Browser): TestBrowser {
  const refused: string[] = [];
  return {
    async openPage(options) {
      const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
      // Shorter than a test may take, so that a failure names what was waited for.
      context.setDefaultTimeout(STEP_MS);
      await keepOnThisMachine(context, (url) => refused.push(url));
      return context.newPage();
    },
    async close() {
      await browser.close();
      // Sorted: which of a page's requests comes first is chance.
      if (refused.length > 0) {
        throw new Error(`The page wanted to leave this machine: ${refused.sort().join(' ')}`);
      }
    },
  };
}
