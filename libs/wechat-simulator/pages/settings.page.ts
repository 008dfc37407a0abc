import type { SimulatorContext } from '../context.js';
import type { SimulatorApp, SimulatorTemplate } from '../simulator-options.js';
import type { Consent } from '../state/consents.js';
import type { Identity } from '../state/people.js';
import { html, type Html } from './html.js';
import { layout } from './layout.js';

/** What an app may still send to a person, and the switches to stop it. */
export function settingsPage({ state }: SimulatorContext, app: SimulatorApp, { openid }: Identity): string {
  const consents = new Map(state.consents.of(openid).map((consent) => [consent.templateId, consent]));
  const official = app.kind === 'official_account';
  const rows = app.templates.map((template) =>
    templateRow(openid, template, consents.get(template.id), official),
  );
  return layout({
    title: '通知设置',
    back: { href: `/phone/${openid}`, label: '回到服务通知' },
    live: `/phone/${openid}/live`,
    main: html`${official && followForm(openid, state.followers.has(openid))}
      <p class="lead">${app.name ?? app.appId} 可以发给我的通知</p>
      <ul class="rows plain" role="list">
        ${rows}
      </ul>
      <p class="hint">关掉以后，一次性通知没用完的次数作废，再打开也要重新授权。</p>`,
  });
}

function followForm(openid: string, follows: boolean): Html {
  return html`<form class="unread" method="post" action="/phone/${openid}/follow">
    <input type="hidden" name="follows" value="${String(!follows)}" />
    <span>${follows ? '已关注这个公众号' : '还没有关注这个公众号'}</span
    ><button class="link" id="follow">${follows ? '取消关注' : '关注'}</button>
  </form>`;
}

function templateRow(
  openid: string,
  template: SimulatorTemplate,
  consent: Consent | undefined,
  official: boolean,
): Html {
  const on = consent?.switchedOff !== true;
  return html`<li>
    <form class="row" method="post" action="/phone/${openid}/settings">
      <input type="hidden" name="template_id" value="${template.id}" />
      <input type="hidden" name="on" value="${String(!on)}" />
      <span class="who"
        ><span class="nickname" id="name-${template.id}">${template.title}</span
        ><span class="note">${standing(template, consent, official)}</span></span
      >
      <button
        class="switch"
        id="switch-${template.id}"
        role="switch"
        aria-checked="${String(on)}"
        aria-labelledby="name-${template.id}"
      ></button>
    </form>
  </li>`;
}

function standing({ kind }: SimulatorTemplate, consent: Consent | undefined, official: boolean): string {
  if (consent?.switchedOff === true) return '已关闭，不再接收';
  if (official) return '关注后就能收到';
  if (kind === 'long_term') return consent?.longTerm === true ? '长期接收' : '还没有授权';
  const remaining = consent?.remaining ?? 0;
  return remaining > 0 ? `还可以收到 ${remaining} 条` : '没有剩余次数，要再授权';
}
