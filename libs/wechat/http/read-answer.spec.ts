import { describe, expect, it } from '@jest/globals';
import { WeChatError } from '../wechat-error.js';
import { readAnswer } from './read-answer.js';

function failureOf(status: number, text: string, secrets: string[] = []): WeChatError {
  try {
    readAnswer('/api', status, text, secrets);
  } catch (error) {
    if (error instanceof WeChatError) return error;
  }
  throw new Error('was accepted');
}

describe('reading an answer', () => {
  it('returns the object of a success and keeps all digits of a msgid', () => {
    expect(readAnswer('/api', 200, '{"errcode":0,"errmsg":"ok","msgid":1700827132819554304}', [])).toEqual({
      errcode: 0,
      errmsg: 'ok',
      msgid: '1700827132819554304',
    });
  });

  it.each([
    [200, '{"errcode":43101,"errmsg":"user refuse to accept the msg"}', 'consent_gone', 43101],
    [200, '{"errcode":-1,"errmsg":"system error"}', 'retry', -1],
    [200, '{"errcode":45009,"errmsg":"reach max api daily quota limit"}', 'slow_down', 45009],
    [500, '{"errcode":47003,"errmsg":"argument invalid"}', 'permanent', 47003],
    [500, 'Internal Server Error', 'unknown_outcome', undefined],
    [502, '<html>', 'unknown_outcome', undefined],
    [504, '', 'unknown_outcome', undefined],
    [408, '', 'unknown_outcome', undefined],
    [429, '', 'slow_down', undefined],
    [302, '', 'retry', undefined],
    [404, '<html>', 'retry', undefined],
    [200, '<html>portal of the hotel</html>', 'unknown_outcome', undefined],
    [200, '{"errcode":0,', 'unknown_outcome', undefined],
    [200, '[]', 'unknown_outcome', undefined],
  ])('HTTP %i with %j is %s', (status, text, kind, errcode) => {
    expect(failureOf(status, text)).toMatchObject({ kind, errcode });
  });

  it('keeps secrets out of the error, even when the other side echoes them', () => {
    const echo = JSON.stringify({
      errcode: 40001,
      errmsg: 'bad POST /x?access_token=tok/en+1&secret=abc session_key: "k" tok%2Fen%2B1 \n tok/en+1',
    });
    const error = failureOf(200, echo, ['tok/en+1', '']);
    expect(error.errmsg).toBe('bad POST /x?access_token=***&secret=*** session_key: "***" ***   ***');
    expect(JSON.stringify(error) + String(error)).not.toMatch(/tok.en/);
  });

  it('bounds the length of a text that it did not write', () => {
    expect(failureOf(200, JSON.stringify({ errcode: -1, errmsg: 'x'.repeat(9999) })).errmsg).toHaveLength(
      300,
    );
  });
});
