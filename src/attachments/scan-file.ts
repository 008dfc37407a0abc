import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

const CHUNK = 256 * 1024;
/** Longer than everything that is looked for. */
const OVERLAP = 256;

/** Whether a pattern occurs anywhere in a file, read in parts; bytes are seen as Latin-1. */
export async function occursIn(
  path: string,
  pattern: RegExp,
  prepare = (text: string) => text,
): Promise<boolean> {
  let before = '';
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const text = before + (chunk as Buffer).toString('latin1');
    if (pattern.test(prepare(text))) return true;
    before = text.slice(-OVERLAP);
  }
  return false;
}

/** Opens a file for `work` and closes it again. */
export async function withFile<T>(
  path: string,
  work: (file: FileHandle, size: number) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'r');
  try {
    return await work(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

/** Bytes of a file; fewer where it ends. */
export async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, Math.max(0, position));
  return buffer.subarray(0, bytesRead);
}

/** The last bytes of a file. */
export const bytesAtEnd = (file: FileHandle, size: number, length: number): Promise<Buffer> =>
  bytesAt(file, size - Math.min(size, length), Math.min(size, length));
