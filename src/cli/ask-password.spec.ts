import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { askPassword } from './ask-password.js';

/** A person at a terminal who types the next line whenever the screen asks for it. */
function typing(lines: [asked: string, typed: string][]): {
  answer: Promise<string | null>;
  screen: () => string;
} {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  let fresh = '';
  const open = [...lines];
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    fresh += chunk.toString();
    const [next] = open;
    if (!next || !fresh.includes(next[0])) return;
    open.shift();
    fresh = '';
    setImmediate(() => input.write(next[1]));
  });
  return { answer: askPassword({ input, output }), screen: () => shown };
}

describe('asking for a password', () => {
  it('takes what was typed twice and shows nothing of it', async () => {
    const { answer, screen } = typing([
      ['新密码', 'my long password\r'],
      ['再输入一次', 'my long password\r'],
    ]);
    expect(await answer).toBe('my long password');
    expect(screen()).not.toMatch(/my long|password/);
  });

  it('asks again after two different ones', async () => {
    const { answer, screen } = typing([
      ['新密码', 'my long password\r'],
      ['再输入一次', 'my long passwort\r'],
      ['新密码', 'another long one\r'],
      ['再输入一次', 'another long one\r'],
    ]);
    expect(await answer).toBe('another long one');
    expect(screen()).toContain('两次输入不一样');
  });

  it('ends when the person gives up', async () => {
    expect(await typing([['新密码', '\u0003']]).answer).toBeNull();
  });
});
