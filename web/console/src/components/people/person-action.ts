/** What an administrator can do to a person. */
export type PersonAction = 'assign' | 'link' | 'reset' | 'disable' | 'enable';

/** Those that are asked about before they are done: what happens, and the word for doing it. */
export const CONFIRMED_ACTIONS: Partial<
  Record<PersonAction, { title: string; text: string; action: string; danger: boolean }>
> = {
  link: {
    title: '生成新的链接',
    text: '本人用新链接设置密码之后，旧密码和所有登录都会失效。以前发的链接现在就失效。',
    action: '生成链接',
    danger: false,
  },
  reset: {
    title: '重置两步验证',
    text: '用于手机丢失。两步验证、恢复码、微信绑定和所有登录都会失效，本人用密码登录后要重新设置。',
    action: '重置',
    danger: true,
  },
  disable: {
    title: '停用账号',
    text: '所有登录立即结束，不能再登录；以前的操作记录都保留，以后可以恢复。',
    action: '停用',
    danger: true,
  },
};
