import { describe, expect, it } from '@jest/globals';
import { aesKeyOf, decrypt } from './callback-cipher.js';
import { signatureOf } from './callback-signature.js';
import { WeChatCallbackVerifier } from './callback-verifier.js';

// Published samples of the official documentation and SDKs; every key here is public.
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const SAMPLE = {
  token: 'spamtest',
  appId: 'wx2c2769f8efd9abc2',
  timestamp: '1409735669',
  nonce: '1320562132',
  signature: '5d197aaffba7e9b25a30732f161a50dee96bd5fa',
  encrypted:
    'hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=',
};

describe('published vectors of the message push', () => {
  it.each([
    // Official documentation: address check, plain push; official Python sample: plain push.
    ['f464b24fc39322e44b38aa78f5edd27bd1441696', 'AAAAA', '1714036504', '1514711492'],
    ['899cf89e464efb63f54ddac96b0a0a235f53aa78', 'AAAAA', '1714037059', '486452656'],
    ['16120ec1b8dbb870f510d87ce6bc2463eae6ca1a', 'spamtest', '1409735669', '1320562132'],
  ])('signs to %s', (expected, ...parts) => {
    expect(signatureOf(...parts)).toBe(expected);
  });

  it("answers the documentation's address check", () => {
    const verifier = new WeChatCallbackVerifier({
      token: 'AAAAA',
      appId: 'wxba5fad812f8e6fb9',
      now: () => 1714036504_000,
    });
    const query = {
      signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
      timestamp: '1714036504',
      nonce: '1514711492',
      echostr: '4375120948345356249',
    };
    expect(verifier.verifyUrl(query)).toBe('4375120948345356249');
  });

  it('opens the official Python sample', () => {
    const verifier = new WeChatCallbackVerifier({
      token: SAMPLE.token,
      encodingAesKey: KEY,
      appId: SAMPLE.appId,
      now: () => Number(SAMPLE.timestamp) * 1000,
    });
    const { timestamp, nonce, signature } = SAMPLE;
    const body = `<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName><Encrypt><![CDATA[${SAMPLE.encrypted}]]></Encrypt></xml>`;
    const event = verifier.open({ timestamp, nonce, msg_signature: signature }, body, 'text/xml');
    expect(event).toMatchObject({
      type: 'unknown',
      msgType: 'text',
      toUser: 'gh_10f6c3c3ac5a',
      fromUser: 'oyORnuP8q7ou2gfYjqLzSIWZf0rs',
      createdAt: 1409735668,
      msgId: '6054768590064713728',
      fields: { Content: 'abcdteT' },
    });
  });

  it('decrypts the official Java sample', () => {
    const encrypted =
      'jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==';
    expect(decrypt(aesKeyOf(KEY), encrypted)).toEqual({
      message: '我是中文abcd123',
      appId: 'wxb11529c136998cb6',
    });
  });
});
