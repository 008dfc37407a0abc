import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { sizeInWords, type ReadLimits } from '../read-limits.js';
import { TabularFileError } from '../tabular-file.error.js';
import { ZipPackage } from './zip-package.js';

const STORED = 0;
const DEFLATED = 8;
/** Small parts are often very repetitive, and cannot do harm. */
const RATIO_COUNTS_FROM = 1024 * 1024;

/**
 * Opens a ZIP and checks its directory before anything is unpacked.
 * @throws TabularFileError `file.zip_bomb`, `file.encrypted`, `file.damaged`
 */
export async function openZipPackage(bytes: Buffer, limits: ReadLimits): Promise<ZipPackage> {
  try {
    // Sizes are checked while unpacking by ZipPackage, whose faults have codes.
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: false });
    return new ZipPackage(zip, await readDirectory(zip, limits));
  } catch (cause) {
    if (cause instanceof TabularFileError) throw cause;
    throw new TabularFileError('file.damaged', '压缩目录', { cause });
  }
}

async function readDirectory(zip: ZipFile, limits: ReadLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    unpacked += entry.uncompressedSize;
    checkEntry(entry, limits);
    if (unpacked > limits.maxUncompressedBytes) {
      throw new TabularFileError('file.zip_bomb', `超过 ${sizeInWords(limits.maxUncompressedBytes)}`);
    }
    // Two parts of one name: which of them counts would depend on the reader.
    if (entries.has(name)) throw new TabularFileError('file.damaged', `${entry.fileName} 重复`);
    entries.set(name, entry);
    if (entries.size > limits.maxZipEntries) {
      throw new TabularFileError('file.zip_bomb', `内含超过 ${limits.maxZipEntries} 个文件`);
    }
  }
  return entries;
}

function checkEntry(entry: Entry, limits: ReadLimits): void {
  if (entry.isEncrypted()) throw new TabularFileError('file.encrypted');
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new TabularFileError('file.damaged', `${entry.fileName} 的压缩方式`);
  }
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
  if (entry.uncompressedSize >= RATIO_COUNTS_FROM && ratio > limits.maxCompressionRatio) {
    throw new TabularFileError('file.zip_bomb', `压缩比超过 ${limits.maxCompressionRatio}`);
  }
}
