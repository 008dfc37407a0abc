import { isUtf8 } from 'node:buffer';
import { TabularFileError } from '../tabular-file.error.js';
import type { TextEncoding } from '../table.types.js';

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

/** Control characters no text file holds; tab, line feed, form feed and carriage return are text. */
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/;
/** A UTF-8 file with broken places decodes for the most part; GB18030 read as UTF-8 hardly does. */
const DAMAGED_SHARE = 0.1;

/**
 * Decodes UTF-8 with or without byte-order mark, UTF-16 with one, or GB18030 (what Excel in China writes as
 * plain CSV; GBK and GB2312 are parts of it). Never puts replacement characters in: what does not decode
 * whole is refused.
 * @throws TabularFileError `file.encoding`, `file.encoding_damaged`, `file.binary`
 */
export function decodeText(bytes: Buffer): DecodedText {
  const decoded = decode(bytes);
  if (CONTROL.test(decoded.text)) throw new TabularFileError('file.binary');
  return decoded;
}

function decode(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  // NUL is in no text of the other encodings, but in every second byte of English UTF-16.
  if (bytes.includes(0)) throw new TabularFileError(looksLikeUtf16(bytes) ? 'file.encoding' : 'file.binary');
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' };
  refuseDamagedUtf8(bytes);
  return decodeAs('gb18030', bytes);
}

function decodeAs(encoding: TextEncoding, bytes: Buffer): DecodedText {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (cause) {
    throw new TabularFileError('file.encoding', '', { cause });
  }
}

function looksLikeUtf16(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4096);
  let odd = 0;
  let even = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  // In UTF-16 the zeros are the high halves of ASCII and stand on one side, but for the likes of 一 (U+4E00).
  const oneSided = Math.min(odd, even) * 2 < Math.max(odd, even);
  return oneSided && !CONTROL.test(decodeSample(sample, odd > even ? 'utf-16le' : 'utf-16be'));
}

function decodeSample(sample: Buffer, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(sample.subarray(0, sample.length - (sample.length % 2)));
}

/** Counts without a list of all matches, which for 50 MB of text would take ten times as much memory. */
function countCharacters(text: string): { damaged: number; beyondAscii: number } {
  let damaged = 0;
  let beyondAscii = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) beyondAscii += 1;
    if (unit === 0xfffd) damaged += 1;
  }
  return { damaged, beyondAscii };
}

/** Decoding damaged UTF-8 as GB18030 would succeed surprisingly often, and import nonsense. */
function refuseDamagedUtf8(bytes: Buffer): void {
  const text = new TextDecoder('utf-8').decode(bytes);
  const { damaged, beyondAscii } = countCharacters(text);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (!hasMark && damaged > beyondAscii * DAMAGED_SHARE) return;
  const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
  throw new TabularFileError('file.encoding_damaged', `第 ${line} 行`);
}
