import type { FileHandle } from 'node:fs/promises';
import { bytesAt, bytesAtEnd, occursIn, withFile } from './scan-file.js';

/** What makes a browser or a server see something else in an image. */
const FOREIGN = /<script|<\?php|<html|<svg|<!doctype|PK\x05\x06|%PDF-/i;
const REFUSED = '图片里混有别的内容或不完整，请用画图软件另存后再上传';
const MOST_CHUNKS = 100_000;

/** PNG, section 5: a signature, then chunks up to IEND, which ends the file. */
async function isWholePng(file: FileHandle, size: number): Promise<boolean> {
  let position = 8;
  for (let i = 0; i < MOST_CHUNKS; i++) {
    const header = await bytesAt(file, position, 8);
    if (header.length < 8) return false;
    position += 12 + header.readUInt32BE(0);
    if (header.toString('latin1', 4) === 'IEND') return position === size;
    if (position > size) return false;
  }
  return false;
}

/** JPEG ends with the marker EOI. */
const isWholeJpeg = async (file: FileHandle, size: number): Promise<boolean> =>
  (await bytesAtEnd(file, size, 2)).toString('hex') === 'ffd9';

/** Why an image is refused; null where nothing speaks against it. */
export async function imageFault(path: string, type: 'png' | 'jpg'): Promise<string | null> {
  const isWhole = await withFile(path, type === 'png' ? isWholePng : isWholeJpeg);
  return isWhole && !(await occursIn(path, FOREIGN)) ? null : REFUSED;
}
