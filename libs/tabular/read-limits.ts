/** Guards of one reading. All are inclusive: exactly the limit is allowed. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  maxBytes: number;
  /** Bytes of all ZIP entries together, unpacked. */
  maxUncompressedBytes: number;
  /** Unpacked ÷ packed size of one ZIP entry; ignored for entries below 1 MiB unpacked. */
  maxCompressionRatio: number;
  maxZipEntries: number;
  /** Rows with content of one sheet, the header included. */
  maxRows: number;
  maxColumns: number;
  /** Cells with content in the whole file; bounds the memory that the answer takes. */
  maxCells: number;
  /** Characters of one cell; 32,767 is Excel's own limit. Not applied to JSON. */
  maxCellLength: number;
  /** Faults kept; further ones are only counted. */
  maxFaults: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_READ_LIMITS: Readonly<ReadLimits> = {
  maxBytes: 50 * MEBIBYTE,
  maxUncompressedBytes: 200 * MEBIBYTE,
  maxCompressionRatio: 200,
  maxZipEntries: 1000,
  maxRows: 100_000,
  maxColumns: 200,
  maxCells: 2_000_000,
  maxCellLength: 32_767,
  maxFaults: 1000,
};

/** Words a byte count the way people say it: `50 MB`. */
export function sizeInWords(bytes: number): string {
  return bytes >= MEBIBYTE ? `${Math.round(bytes / MEBIBYTE)} MB` : `${bytes} 字节`;
}
