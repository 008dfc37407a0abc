import { html } from './html.js';
import { layout } from './layout.js';
import { avatar, hiddenInputs } from './people-list.js';

/** What the sheet shows. */
export interface PhoneNumberSheet {
  appName: string;
  nickname: string;
  phoneNumber: string;
  /** Values that the form hands on. */
  carried: Record<string, string>;
}

/** WeChat's sheet that asks whether the app may have the person's phone number. */
export function phoneNumberPage({ appName, nickname, phoneNumber, carried }: PhoneNumberSheet): string {
  return layout({
    title: '获取手机号',
    dimmed: true,
    main: html`<form class="sheet" method="post" action="/phone-number">
      ${hiddenInputs(carried)}
      <p class="from">${avatar(appName)}<span>${appName}</span> 申请</p>
      <h2>获取你的手机号</h2>
      <p class="lead"><strong>${phoneNumber}</strong></p>
      <p class="hint">${nickname} 在微信里绑定的号码。</p>
      <div class="buttons">
        <button class="secondary" name="answer" value="reject">不允许</button>
        <button class="primary" name="answer" value="accept">允许</button>
      </div>
    </form>`,
  });
}
