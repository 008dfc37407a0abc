import { createCipheriv, createHash, randomBytes } from 'node:crypto';

const BLOCK = 32;

/** SHA-1 in hex over the sorted, joined parts. */
export function sign(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/**
 * Encrypts a push for safe mode: AES-256-CBC over random(16) + length(4, big endian) + text + appid, padded to
 * blocks of 32 (PKCS#7); base64.
 *
 * @param encodingAesKey 43 characters
 * @param random 16 bytes; given only to reproduce a published example
 */
export function encrypt(
  encodingAesKey: string,
  appId: string,
  text: string,
  random = randomBytes(16),
): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const bytes = Buffer.from(text, 'utf8');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(bytes.length);
  const content = Buffer.concat([random, size, bytes, Buffer.from(appId, 'utf8')]);
  const fill = BLOCK - (content.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  const padded = Buffer.concat([content, Buffer.alloc(fill, fill)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}
