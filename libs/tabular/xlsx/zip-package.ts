import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { TabularFileError } from '../tabular-file.error.js';

/**
 * The parts of an opened package. Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3),
 * and start without a slash.
 */
export class ZipPackage {
  constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Lower-case names of all parts. */
  names(): string[] {
    return [...this.entries.keys()];
  }

  /**
   * Unpacks a part piece by piece. Stops as soon as more comes out than the directory promised, so a directory
   * that lies about sizes cannot get past the limits that were checked against it.
   * @throws TabularFileError `file.zip_bomb`, `file.damaged`
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw new TabularFileError('file.damaged', `缺少 ${name}`);
    let length = 0;
    let checksum = 0;
    for await (const chunk of this.unpack(entry)) {
      length += chunk.length;
      if (length > entry.uncompressedSize) {
        throw new TabularFileError('file.zip_bomb', `${entry.fileName} 的大小与目录不符`);
      }
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (length !== entry.uncompressedSize || checksum !== entry.crc32) throw damaged(entry);
  }

  private async *unpack(entry: Entry): AsyncGenerator<Buffer> {
    try {
      const stream: Readable = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (cause) {
      throw damaged(entry, cause);
    }
  }
}

function damaged(entry: Entry, cause?: unknown): TabularFileError {
  return new TabularFileError('file.damaged', entry.fileName, { cause });
}
