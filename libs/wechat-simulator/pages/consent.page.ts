import type { SimulatorTemplate } from '../simulator-options.js';
import { html, type Html } from './html.js';
import { layout } from './layout.js';
import { avatar, hiddenInputs } from './people-list.js';

/** What the sheet shows. */
export interface ConsentSheet {
  appName: string;
  nickname: string;
  templates: readonly SimulatorTemplate[];
  /** Whether the person switched a template off in the settings. */
  isSwitchedOff: (templateId: string) => boolean;
  /** Values that the form hands on. */
  carried: Record<string, string>;
}

/** WeChat's bottom sheet that asks whether messages may be sent. */
export function consentPage({ appName, nickname, templates, isSwitchedOff, carried }: ConsentSheet): string {
  const rows = templates.map((template) => templateRow(template, isSwitchedOff(template.id)));
  return layout({
    title: '订阅通知',
    dimmed: true,
    main: html`<form class="sheet" method="post" action="/consent">
      ${hiddenInputs(carried)}
      <p class="from">${avatar(appName)}<span>${appName}</span> 申请</p>
      <h2 id="request">获取以下通知权限</h2>
      <fieldset aria-labelledby="request">
        <ul role="list">
          ${rows}
        </ul>
      </fieldset>
      <p class="hint">在 ${nickname} 的手机上接收。</p>
      <div class="buttons">
        <button class="secondary" name="answer" value="reject">拒绝</button>
        <button class="primary" name="answer" value="accept">允许</button>
      </div>
    </form>`,
  });
}

function templateRow({ id, title, kind, keys }: SimulatorTemplate, off: boolean): Html {
  const contents = keys.map(({ label }) => label).join('、');
  const times = kind === 'one_time' ? '每次允许可收到 1 条' : '允许后长期接收';
  const explained = off ? '已在手机的通知设置里关闭，要先到那里打开' : `${times} · ${contents}`;
  return html`<li>
    <label class="choice"
      ><input
        type="checkbox"
        name="accept"
        value="${id}"
        ${off ? html`disabled` : html`checked`}
        aria-describedby="about-${id}"
      /><span class="who"
        ><span class="nickname">${title}</span><span class="note" id="about-${id}">${explained}</span></span
      ></label
    >
  </li>`;
}
