import type { Readable, Writable } from 'node:stream';
import { isCancel, log, password } from '@clack/prompts';
import { passwordFault } from '../staff/passwords.js';

/** The terminal; tests bring their own. */
export interface Terminal {
  input: Readable;
  output: Writable;
}

/** Nothing is shown of what is typed, not even its length. */
const HIDDEN = '';

/**
 * Asks for a new password until it was typed twice alike.
 * @returns the password; null where the person gave up (Ctrl+C)
 */
export async function askPassword(terminal: Terminal): Promise<string | null> {
  for (;;) {
    const first = await password({
      ...terminal,
      message: '新密码（输入时不显示）',
      mask: HIDDEN,
      validate: (value) => passwordFault(value ?? '') ?? undefined,
    });
    if (isCancel(first)) return null;
    const second = await password({ ...terminal, message: '再输入一次', mask: HIDDEN });
    if (isCancel(second)) return null;
    if (first === second) return first;
    log.warn('两次输入不一样，请重新输入', terminal);
  }
}
