import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { sizeInWords, type ReadLimits } from './read-limits.js';
import { TabularFileError } from './tabular-file.error.js';

/** Where a table comes from. `fileName` only names the sheet and decides between readings equally possible. */
export type TableSource =
  | { path: string }
  | { buffer: Buffer; fileName: string }
  | { stream: AsyncIterable<Uint8Array>; fileName: string };

/**
 * Brings the bytes in without ever holding more than the limit: a path is refused by its size before
 * anything is read, a stream as soon as it has brought too much.
 * @throws TabularFileError `file.too_large`, `file.empty`, `file.not_a_file`, `file.unreadable`
 */
export async function readSource(
  source: TableSource,
  limits: ReadLimits,
): Promise<{ bytes: Buffer; fileName: string }> {
  const fileName = 'path' in source ? basename(source.path) : source.fileName;
  const bytes = await readBytes(source, limits.maxBytes);
  if (bytes.length === 0) throw new TabularFileError('file.empty');
  return { bytes, fileName };
}

async function readBytes(source: TableSource, maxBytes: number): Promise<Buffer> {
  if ('path' in source) return readPath(source.path, maxBytes);
  if ('stream' in source) return collect(source.stream, maxBytes);
  refuseAbove(source.buffer.length, maxBytes);
  return source.buffer;
}

async function readPath(path: string, maxBytes: number): Promise<Buffer> {
  const handle = await openForReading(path);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new TabularFileError('file.not_a_file');
    refuseAbove(stats.size, maxBytes);
    // Still counted while reading: the file may grow meanwhile, and /proc files report size 0.
    return await collect(handle.createReadStream({ autoClose: false }), maxBytes);
  } finally {
    await handle.close();
  }
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    throw new TabularFileError('file.unreadable', basename(path), { cause });
  }
}

async function collect(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    refuseAbove(length, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function refuseAbove(length: number, maxBytes: number): void {
  if (length > maxBytes) throw new TabularFileError('file.too_large', sizeInWords(maxBytes));
}
