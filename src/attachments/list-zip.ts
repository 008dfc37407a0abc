import { text as textOf } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

/** The directory of a ZIP file, and the texts of some of its files. */
export interface ZipListing {
  names: string[];
  /** Bytes of all files together, once unpacked, as the directory says. */
  unpacked: number;
  texts: Map<string, string>;
}

const MOST_TEXT = 1024 * 1024;

/**
 * Reads the directory, and the files that `wanted` names.
 * @throws Error where the file is no ZIP, is encrypted, names a file twice, or has more than `mostEntries` files
 */
export async function listZip(
  path: string,
  wanted: (name: string) => boolean,
  mostEntries: number,
): Promise<ZipListing> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    const listing: ZipListing = { names: [], unpacked: 0, texts: new Map() };
    const seen = new Set<string>();
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (entry.isEncrypted() || seen.has(name.toLowerCase()) || seen.size > mostEntries)
        throw new Error('unfit ZIP');
      seen.add(name.toLowerCase());
      listing.names.push(name);
      listing.unpacked += entry.uncompressedSize;
      // yauzl ends the stream with an error where there is more than the directory says.
      if (wanted(name) && entry.uncompressedSize <= MOST_TEXT)
        listing.texts.set(name, await textOf(await zip.openReadStreamPromise(entry)));
    }
    return listing;
  } finally {
    zip.close();
  }
}
