import type { SimulatorContext } from '../context.js';
import type { SimulatorApp } from '../simulator-options.js';
import type { Identity } from '../state/people.js';
import { html, type Html } from './html.js';
import { linkOf } from './link-of.js';
import { layout } from './layout.js';
import { messageCard } from './message-card.js';
import { personLabel } from './people-list.js';

const MOST_PEOPLE = 50;
const MESSAGES_A_PAGE = 30;

/** Whose phone? With a red dot where messages wait. */
export function choosePhonePage({ apps, state }: SimulatorContext): string {
  const programs = [...apps.values()].filter(({ kind }) => kind !== 'official_account');
  const section = (app: SimulatorApp): Html => {
    const rows = state.people.ofApp(app.appId, MOST_PEOPLE).map((person) => {
      const unread = state.messages.unread(person.openid);
      return html`<li>
        <a class="row" id="phone-${person.id}" href="/phone/${person.openid}"
          >${personLabel(person)}${
            unread > 0 &&
            html`<span class="badge">${unread > 99 ? '99+' : unread}<span class="sr"> 条未读</span></span>`
          }</a
        >
      </li>`;
    });
    return html`<section>
      ${programs.length > 1 && html`<h2 class="section">${app.name ?? app.appId}</h2>`}
      <ul class="rows" role="list">
        ${rows}
      </ul>
    </section>`;
  };
  return layout({
    title: '选择一部手机',
    live: '/phone/live',
    main: html`<p class="lead">看谁的手机？</p>
      ${programs.map(section)}`,
  });
}

/** The messages on a phone, newest first. @param before only messages older than the one with this id */
export function phonePage(
  { apps, state, options, now }: SimulatorContext,
  app: SimulatorApp,
  { id, openid, nickname }: Identity,
  before?: number,
): string {
  const messages = state.messages.list({ openid, limit: MESSAGES_A_PAGE + 1, before });
  const shown = messages.slice(0, MESSAGES_A_PAGE);
  const last = messages.length > MESSAGES_A_PAGE ? shown.at(-1) : undefined;
  const cards = shown.map((message) =>
    messageCard(app, message, linkOf(app, message.page ?? '', options) !== undefined, now()),
  );
  const unread = state.messages.unread(openid);
  return layout({
    title: `服务通知 · ${nickname}`,
    back: { href: '/phone', label: '换一部手机' },
    action: { href: `/phone/${openid}/settings`, label: '设置' },
    live: `/phone/${openid}/live`,
    newest: String(shown[0]?.id ?? ''),
    main: html`${otherApps(apps, state.people, id, app)} ${unread > 0 && markAllRead(openid, unread)}
    ${
      shown.length === 0
        ? EMPTY
        : html`<ol class="messages" role="list">
            ${cards}
          </ol>`
    }
    ${last && html`<a class="older" href="/phone/${openid}?before=${last.id}">更早的通知</a>`}`,
  });
}

const EMPTY = html`<div class="empty">
  <span class="empty-picture" aria-hidden="true"></span>
  <p>还没有通知</p>
  <p class="hint">在网站上订阅并允许通知以后，消息会出现在这里。</p>
</div>`;

/** The same person's messages from official accounts, and the way back. */
function otherApps(
  apps: SimulatorContext['apps'],
  people: SimulatorContext['state']['people'],
  personId: string,
  shown: SimulatorApp,
): Html[] {
  const others = [...apps.values()].filter(
    (app) => app !== shown && (app.kind === 'official_account' || shown.kind === 'official_account'),
  );
  return others.map(
    (app) =>
      html`<p class="hint">
        <a class="link" href="/phone/${people.inApp(personId, app.appId)?.openid ?? ''}"
          >看“${app.name ?? app.appId}”发来的消息</a
        >
      </p>`,
  );
}

function markAllRead(openid: string, unread: number): Html {
  return html`<form class="unread" method="post" action="/phone/${openid}/read-all">
    <span>${unread} 条未读</span><button class="link" id="read-all">全部标为已读</button>
  </form>`;
}
