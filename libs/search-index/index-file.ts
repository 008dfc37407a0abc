import { fstatSync, readSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** First bytes of each SQLite database (https://sqlite.org/fileformat2.html, 1.3.1). */
const DATABASE_HEADER = Buffer.from('SQLite format 3\0', 'latin1');

/** The file of an index as the file system sees it, with the log files that SQLite keeps beside it. */
export class IndexFile {
  private handle: FileHandle | null = null;

  constructor(readonly path: string) {}

  /** Where the next index is built. */
  get temporaryPath(): string {
    return `${this.path}.new`;
  }

  /**
   * Keeps the file open from now on: while it is, its inode number is not given to another file, so a changed number
   * means another file. Must not be released while SQLite has the file open in this process: closing
   * any handle of a file drops the process's locks on it (https://sqlite.org/howtocorrupt.html, 2.2).
   * @returns false when there is no such file
   */
  async hold(): Promise<boolean> {
    this.handle = await open(this.path, 'r').catch(() => null);
    return this.handle !== null;
  }

  /**
   * True while the path leads to the file that is held, and that begins like a database. SQLite itself would notice a
   * file that was written over only when it reads a page it has not in memory. Asked before each search: the system
   * answers in microseconds, where the way over a thread takes longer than many a search.
   */
  isHeld(): boolean {
    if (this.handle === null) return false;
    try {
      const held = fstatSync(this.handle.fd);
      const found = statSync(this.path);
      const start = Buffer.alloc(DATABASE_HEADER.length);
      readSync(this.handle.fd, start, 0, start.length, 0);
      return held.ino === found.ino && held.dev === found.dev && start.equals(DATABASE_HEADER);
    } catch {
      return false;
    }
  }

  /** Gives the file back. */
  async release(): Promise<void> {
    await this.handle?.close();
    this.handle = null;
  }

  /** Makes room for {@link temporaryPath}: its folder is there, and it is not. */
  async clearTemporary(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    await removeDatabase(this.temporaryPath);
  }

  /**
   * Puts the temporary file in the place of the file, so that after a power cut there is either the one or the other.
   * No connection to either may be open: a log that belonged to the old file would be read into the new one.
   */
  async replaceByTemporary(): Promise<void> {
    const built = await open(this.temporaryPath, 'r+');
    await built.sync();
    await built.close();
    await removeLogs(this.path);
    await rename(this.temporaryPath, this.path);
  }
}

async function removeDatabase(path: string): Promise<void> {
  await rm(path, { force: true });
  await removeLogs(path);
}

async function removeLogs(path: string): Promise<void> {
  for (const suffix of ['-wal', '-shm', '-journal']) await rm(`${path}${suffix}`, { force: true });
}
