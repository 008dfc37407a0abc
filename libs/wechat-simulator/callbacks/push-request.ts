import { randomInt } from 'node:crypto';
import type { SimulatorApp, SimulatorCallback } from '../simulator-options.js';
import type { PushEvent } from '../state/events.js';
import { jsonBody, xmlBody } from './push-body.js';
import { encrypt, sign } from './push-cipher.js';

/** A push as an HTTP POST. */
export interface PushRequest {
  url: string;
  contentType: string;
  body: string;
}

/** Signs, and in safe mode encrypts, one push. @param now milliseconds since 1970 */
export function pushRequest(
  app: SimulatorApp,
  callback: SimulatorCallback,
  event: PushEvent,
  now: number,
): PushRequest {
  const timestamp = String(Math.floor(now / 1000));
  const nonce = String(randomInt(1e9, 2e9));
  const url = new URL(callback.url);
  const query = {
    signature: sign([callback.token, timestamp, nonce]),
    timestamp,
    nonce,
    openid: event.openid,
  };
  Object.entries(query).forEach(([name, value]) => url.searchParams.set(name, value));
  const json = callback.format === 'json';
  const contentType = json ? 'application/json' : 'text/xml';
  const plain = json ? jsonBody(app.originalId, event) : xmlBody(app.originalId, event);
  if (callback.mode === 'plain') return { url: url.href, contentType, body: plain };

  const sealed = encrypt(callback.encodingAesKey ?? '', app.appId, plain);
  url.searchParams.set('encrypt_type', 'aes');
  url.searchParams.set('msg_signature', sign([callback.token, timestamp, nonce, sealed]));
  const body = json
    ? JSON.stringify({ ToUserName: app.originalId, Encrypt: sealed })
    : `<xml><ToUserName><![CDATA[${app.originalId}]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`;
  return { url: url.href, contentType, body };
}
