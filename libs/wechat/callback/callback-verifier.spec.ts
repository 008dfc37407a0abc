import { describe, expect, it } from '@jest/globals';
import { createCipheriv } from 'node:crypto';
import { CallbackRefused } from './callback-refused.js';
import { signatureOf } from './callback-signature.js';
import { WeChatCallbackVerifier } from './callback-verifier.js';

const KEY = 'A'.repeat(43);
const NOW = 1_700_000_000;
const PLAIN = new WeChatCallbackVerifier({ token: 't', appId: 'wx1', now: () => NOW * 1000 });
const SAFE = new WeChatCallbackVerifier({
  token: 't',
  appId: 'wx1',
  encodingAesKey: KEY,
  now: () => NOW * 1000,
});
const BODY = JSON.stringify({
  ToUserName: 'gh_1',
  FromUserName: 'o1',
  CreateTime: '1',
  MsgType: 'event',
  Event: 'x',
});

function signed(timestamp = String(NOW), nonce = 'n') {
  return { timestamp, nonce, signature: signatureOf('t', timestamp, nonce) };
}

/** Encrypts as WeChat does; `tail` replaces the padding to test broken ones. */
function encrypt(message: string, appId = 'wx1', tail?: Buffer): string {
  const key = Buffer.from(`${KEY}=`, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(message));
  const content = Buffer.concat([Buffer.alloc(16, 7), length, Buffer.from(message + appId)]);
  const pad = 32 - (content.length % 32);
  const aes = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    aes.update(content),
    aes.update(tail ?? Buffer.alloc(pad, pad)),
    aes.final(),
  ]).toString('base64');
}

function sealed(encrypted: string, timestamp = String(NOW)) {
  const query = { timestamp, nonce: 'n', msg_signature: signatureOf('t', timestamp, 'n', encrypted) };
  return [query, JSON.stringify({ ToUserName: 'gh_1', Encrypt: encrypted })] as const;
}

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof CallbackRefused) return error.reason;
    throw error;
  }
  return 'accepted';
}

describe('refusing pushes in plain mode', () => {
  it.each([
    ['accepted', signed(), BODY],
    ['bad_signature', { ...signed(), signature: '0'.repeat(40) }, BODY],
    ['bad_signature', { ...signed(), signature: 'short' }, BODY],
    ['bad_signature', { ...signed(), nonce: 'other' }, BODY],
    ['stale', signed(String(NOW - 301)), BODY],
    ['stale', signed(String(NOW + 301)), BODY],
    ['stale', signed('soon'), BODY],
    ['accepted', signed(String(NOW - 300)), BODY],
    ['malformed', { ...signed(), signature: undefined }, BODY],
    ['malformed', { ...signed(), nonce: ['n', 'm'] }, BODY],
    ['malformed', signed(), '{'],
    ['malformed', signed(), '[]'],
    ['malformed', signed(), ''],
    ['malformed', signed(), '<xml><a></xml>'],
    ['malformed', signed(), '<other><ToUserName>gh</ToUserName></other>'],
    ['malformed', signed(), '<!DOCTYPE x [<!ENTITY a "b">]><xml><ToUserName>&a;</ToUserName></xml>'],
    ['malformed', signed(), BODY.replace('FromUserName', 'From')],
    ['malformed', signed(), BODY.replace('"x"', '"subscribe_msg_sent_event","List":[1]')],
  ])('%s', (reason, query, body) => {
    expect(reasonOf(() => PLAIN.open(query, body, 'text/xml'))).toBe(reason);
  });

  it('refuses what its content type says is neither XML nor JSON', () => {
    expect(reasonOf(() => PLAIN.open(signed(), BODY, 'multipart/form-data; boundary=x'))).toBe('malformed');
  });
});

/** So long that random, length, message and appid fill whole blocks and the padding can be chosen freely. */
const PADDED = BODY.padEnd(32 * 5 - 16 - 4 - 'wx1'.length);

describe('refusing pushes in safe mode', () => {
  const half = encrypt(BODY).slice(0, 60);
  it.each([
    ['accepted', sealed(encrypt(BODY))],
    ['wrong_app', sealed(encrypt(BODY, 'wx2'))],
    ['wrong_app', sealed(encrypt(BODY, ''))],
    ['stale', sealed(encrypt(BODY), String(NOW - 301))],
    ['malformed', sealed('not base64 of anything')],
    ['malformed', sealed(half)],
    ['malformed', sealed(encrypt(PADDED, 'wx1', Buffer.alloc(32, 33)))],
    ['malformed', sealed(encrypt(PADDED, 'wx1', Buffer.alloc(32, 0)))],
    ['malformed', sealed(encrypt('{broken'))],
  ])('%s', (reason, [query, body]) => {
    expect(reasonOf(() => SAFE.open(query, body))).toBe(reason);
  });

  it('refuses an altered text', () => {
    const [query, body] = sealed(encrypt(BODY));
    expect(reasonOf(() => SAFE.open(query, body.replace('"Encrypt":"', '"Encrypt":"A')))).toBe(
      'bad_signature',
    );
  });

  it('refuses a plain body even under a valid plain signature, which does not cover it', () => {
    expect(reasonOf(() => SAFE.open(signed(), BODY))).toBe('malformed');
    const [, body] = sealed(encrypt(BODY));
    expect(reasonOf(() => SAFE.open(signed(), body))).toBe('malformed');
  });

  it('refuses to start with a key that is none', () => {
    expect(() => new WeChatCallbackVerifier({ token: 't', appId: 'a', encodingAesKey: 'short' })).toThrow(
      '43',
    );
  });
});
