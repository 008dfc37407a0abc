import { createDecipheriv } from 'node:crypto';
import { CallbackRefused } from './callback-refused.js';

const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
/** PKCS#7 over blocks of 32 (not AES's 16): OpenSSL's own unpadding rejects most of WeChat's messages. */
const PAD_BLOCK = 32;

/** The 32-byte AES key of an EncodingAESKey. @throws Error when it is not 43 characters of base64 */
export function aesKeyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey) || key.length !== 32) {
    throw new Error('EncodingAESKey must be 43 characters of base64');
  }
  return key;
}

/**
 * Opens an encrypted message: AES-256-CBC, IV = the key's first 16 bytes, plain text = random(16) +
 * length(4, big endian) + message + appid + padding.
 *
 * @throws CallbackRefused `malformed`
 */
export function decrypt(key: Buffer, encrypted: string): { message: string; appId: string } {
  const plain = unpad(decipher(key, encrypted));
  const start = RANDOM_BYTES + LENGTH_BYTES;
  if (plain.length < start) throw new CallbackRefused('malformed', 'encrypted text too short');
  const end = start + plain.readUInt32BE(RANDOM_BYTES);
  if (end > plain.length) throw new CallbackRefused('malformed', 'encrypted text has a wrong length');
  return { message: plain.toString('utf8', start, end), appId: plain.toString('utf8', end) };
}

function decipher(key: Buffer, encrypted: string): Buffer {
  try {
    const aes = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([aes.update(encrypted, 'base64'), aes.final()]);
  } catch {
    throw new CallbackRefused('malformed', 'encrypted text cannot be decrypted');
  }
}

function unpad(padded: Buffer): Buffer {
  const pad = padded.at(-1) ?? 0;
  const valid = pad >= 1 && pad <= PAD_BLOCK && pad <= padded.length;
  if (!valid || !padded.subarray(-pad).every((byte) => byte === pad)) {
    throw new CallbackRefused('malformed', 'encrypted text has wrong padding');
  }
  return padded.subarray(0, -pad);
}
