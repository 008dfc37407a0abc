import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readTable } from './read-table.js';
import { firstSheet, refusal } from './testing/read.js';

const MEBIBYTE = 1024 * 1024;

describe('sources', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tabular-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('may be a path, whose name names the sheet', async () => {
    const path = join(folder, '条款清单.csv');
    await writeFile(path, '甲,乙\n1,2\n');
    expect(firstSheet(await readTable({ path })).name).toBe('条款清单');
  });

  it('are refused by their size before anything is read', async () => {
    const path = join(folder, 'rubbish');
    await writeFile(path, '');
    await truncate(path, 200 * MEBIBYTE);
    const before = process.memoryUsage().external;
    expect(await refusal(readTable({ path }))).toBe('file.too_large');
    expect(process.memoryUsage().external - before).toBeLessThan(10 * MEBIBYTE);
    expect(await refusal(readTable({ buffer: Buffer.alloc(51 * MEBIBYTE), fileName: 'a' }))).toBe(
      'file.too_large',
    );
  });

  it('may be a stream, which is left as soon as it has brought too much', async () => {
    let brought = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        brought += MEBIBYTE;
        yield Buffer.alloc(MEBIBYTE);
      }
    }
    expect(await refusal(readTable({ stream: endless(), fileName: 'a' }))).toBe('file.too_large');
    expect(brought).toBe(51 * MEBIBYTE);
  });

  it('are refused when they are folders or do not exist', async () => {
    expect(await refusal(readTable({ path: folder }))).toBe('file.not_a_file');
    expect(await refusal(readTable({ path: join(folder, 'none') }))).toBe('file.unreadable');
  });
});
