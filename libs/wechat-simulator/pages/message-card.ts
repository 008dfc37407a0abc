import type { SimulatorApp } from '../simulator-options.js';
import type { PhoneMessage } from '../state/messages.js';
import { clockTime } from './clock-time.js';
import { html, type Html } from './html.js';
import { avatar } from './people-list.js';

/**
 * A message as WeChat's 服务通知 shows it.
 *
 * @param linked whether the simulator knows a web address for mini-program pages
 * @param now milliseconds since 1970
 */
export function messageCard(app: SimulatorApp, message: PhoneMessage, linked: boolean, now: number): Html {
  const { id, openid, templateId, data, page, sentAt, readAt } = message;
  const template = app.templates.find((one) => one.id === templateId);
  const rows = (template?.keys ?? []).map(
    ({ key, label }) =>
      html`<div>
        <dt>${label}</dt>
        <dd>${data[key] ?? ''}</dd>
      </div>`,
  );
  return html`<li>
    <time class="moment" datetime="${new Date(sentAt).toISOString()}">${clockTime(sentAt, now)}</time>
    <article class="card" aria-labelledby="message-${id}">
      <p class="from">
        ${avatar(app.name ?? app.appId)}<span>${app.name ?? app.appId}</span>
        ${readAt === null && html`<span class="dot"><span class="sr">未读</span></span>`}
      </p>
      <h2 id="message-${id}">${template?.title ?? '服务通知'}</h2>
      <dl>${rows}</dl>
      ${
        page !== null &&
        linked &&
        html`<a class="more" id="open-${id}" href="/phone/${openid}/open/${id}" target="_blank" rel="noopener"
          >查看详情<span class="sr">（在新窗口打开）</span></a
        >`
      }
    </article>
  </li>`;
}
