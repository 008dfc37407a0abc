import { html } from './html.js';
import { layout } from './layout.js';

/** Something is wrong with the request; the message says what to do. */
export function problemPage(message: string): string {
  return layout({
    title: '打不开',
    back: { href: '/phone', label: '选择一部手机' },
    main: html`<div class="empty">
      <span class="empty-picture" aria-hidden="true"></span>
      <p>${message}</p>
    </div>`,
  });
}
