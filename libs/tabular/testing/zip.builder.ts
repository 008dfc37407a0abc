import { crc32, deflateRawSync } from 'node:zlib';

/** One entry; the optional fields write something else than the truth into the headers. */
export interface ZipEntrySpec {
  name: string;
  data: string | Buffer;
  /** Uncompressed size that the headers claim. */
  claimedSize?: number;
  claimedChecksum?: number;
  /** General purpose flags besides UTF-8 names; bit 0 is encryption. */
  flags?: number;
}

const UTF8_NAMES = 0x0800;

/** Writes a deflated ZIP by hand, truthful or not, for specs. */
export function buildZip(entries: readonly ZipEntrySpec[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.data);
    const header = commonHeader(entry, packed.length);
    const name = Buffer.from(entry.name);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), header, name, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), header, central, name]));
    locals.push(local);
    offset += local.length;
  }
  return Buffer.concat([...locals, ...directory, endRecord(directory, offset)]);
}

/** The 26 bytes that local and central headers share, from "version needed" to "extra field length". */
function commonHeader(entry: ZipEntrySpec, packedLength: number): Buffer {
  const data = Buffer.from(entry.data);
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(UTF8_NAMES | (entry.flags ?? 0), 2);
  header.writeUInt16LE(8, 4);
  header.writeUInt32LE(entry.claimedChecksum ?? crc32(data), 10);
  header.writeUInt32LE(packedLength, 14);
  header.writeUInt32LE(entry.claimedSize ?? data.length, 18);
  header.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return header;
}

function endRecord(directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat([...directory]).length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
