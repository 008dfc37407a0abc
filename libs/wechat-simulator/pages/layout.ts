import { html, type Html } from './html.js';

/** One screen of the virtual phone. */
export interface Screen {
  /** Heading, and the window's title. */
  title: string;
  main: Html;
  back?: { href: string; label: string };
  action?: { href: string; label: string };
  /** Address of the stream that tells when to fetch this page again. */
  live?: string;
  /** Id of the newest message: a change is announced to screen readers. */
  newest?: string;
  /** Shown instead of the usual light grey: the dimmed page behind a sheet. */
  dimmed?: boolean;
}

/** The whole document: on a wide window a phone in its frame, on a narrow one the screen itself. */
export function layout({ title, main, back, action, live, newest, dimmed }: Screen): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · 虚拟手机</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/phone.css" />
        <link rel="stylesheet" href="/assets/rows.css" />
        <link rel="stylesheet" href="/assets/messages.css" />
        <script src="/assets/live.js" defer></script>
      </head>
      <body>
        <p class="notice">虚拟手机：代替真实的微信，只供演示和测试</p>
        <div class="device">
          <div class="${dimmed === true ? 'screen dimmed' : 'screen'}">
            <header class="bar">
              ${back && html`<a class="back" href="${back.href}"><span class="sr">${back.label}</span></a>`}
              <h1>${title}</h1>
              ${action && html`<a class="action" href="${action.href}">${action.label}</a>`}
            </header>
            <main data-live="${live ?? ''}" data-newest="${newest ?? ''}">${main}</main>
          </div>
        </div>
        <p class="sr" role="status" id="announcement"></p>
      </body>
    </html>`.text;
}
