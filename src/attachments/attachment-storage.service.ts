import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';

const NAME = /^[0-9a-f]{40}$/;

/** A file that arrived and is not kept yet. */
export interface ArrivedFile {
  path: string;
  size: number;
  sha256: string;
}

/** Keeps files in the folder of data, which no web server shows, under names that say nothing. */
@Injectable()
export class AttachmentStorage {
  constructor(private readonly config: AppConfig) {}

  /** Writes a stream to the disk as it comes, so that no file is ever whole in memory. */
  async receive(stream: Readable): Promise<ArrivedFile> {
    const folder = join(this.folder, 'arriving');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, randomBytes(20).toString('hex'));
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(stream, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, size, sha256: hash.digest('hex') };
  }

  /** Keeps a file that arrived. @returns the name to find it by */
  async keep({ path }: ArrivedFile): Promise<string> {
    const name = randomBytes(20).toString('hex');
    await mkdir(join(this.folder, name.slice(0, 2)), { recursive: true, mode: 0o700 });
    await rename(path, this.pathOf(name));
    return name;
  }

  async drop({ path }: ArrivedFile): Promise<void> {
    await rm(path, { force: true });
  }

  /** @throws Error (ENOENT) where the file is gone */
  async read(name: string): Promise<ReadStream> {
    const path = this.pathOf(name);
    await stat(path);
    return createReadStream(path);
  }

  async delete(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  /** Removes arriving files that nobody waits for any more; answers names of kept files as old. */
  async sweep(before: Date): Promise<string[]> {
    const old: string[] = [];
    for (const folder of await readdir(this.folder).catch(() => [])) {
      for (const name of await readdir(join(this.folder, folder)).catch(() => [])) {
        const path = join(this.folder, folder, name);
        const age = await stat(path).catch(() => null);
        if (!age || age.mtime >= before) continue;
        if (folder === 'arriving') await rm(path, { force: true });
        else if (NAME.test(name)) old.push(name);
      }
    }
    return old;
  }

  private get folder(): string {
    return this.config.attachmentsDir ?? join(this.config.dataDir, 'attachments');
  }

  private pathOf(name: string): string {
    // Names come from the database; this keeps even a wrong one inside the folder.
    if (!NAME.test(name)) throw new Error('unfit storage name');
    return join(this.folder, name.slice(0, 2), name);
  }
}
