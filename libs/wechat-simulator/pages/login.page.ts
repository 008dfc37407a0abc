import type { Identity } from '../state/people.js';
import { html, type Html } from './html.js';
import { layout } from './layout.js';
import { hiddenInputs, peopleButtons } from './people-list.js';

/** Longest nickname, in characters. */
export const NICKNAME_MAX = 12;

/**
 * Stands in for WeChat's log-in: whose phone?
 *
 * @param carried values that the forms hand on, such as redirect_uri and state
 */
export function loginPage(
  appName: string,
  people: readonly Identity[],
  carried: Record<string, string>,
): string {
  return layout({
    title: '微信登录',
    main: html`<p class="lead">
        <strong>用哪个虚拟手机登录？</strong><br />${appName} 将得到此人在本应用的身份
      </p>
      <form method="post" action="/login">${hiddenInputs(carried)}${peopleButtons(people)}</form>
      ${newPerson('/login', carried)}`,
  });
}

/** A consent request came before any log-in: whose phone is it for? */
export function whosePhonePage(people: readonly Identity[], carried: Record<string, string>): string {
  return layout({
    title: '选择手机',
    main: html`<p class="lead"><strong>在谁的手机上授权？</strong><br />还没有登录，请先选一个人</p>
      <form method="post" action="/consent/person">${hiddenInputs(carried)}${peopleButtons(people)}</form>`,
  });
}

function newPerson(action: string, carried: Record<string, string>): Html {
  return html`<details class="new">
    <summary>新建一个人</summary>
    <form method="post" action="${action}">
      ${hiddenInputs(carried)}
      <label for="nickname">怎么称呼</label>
      <input id="nickname" name="nickname" required maxlength="${NICKNAME_MAX}" autocomplete="off" />
      <button class="primary">新建并登录</button>
    </form>
  </details>`;
}
