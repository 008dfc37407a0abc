import { type ReadLimits, readTable, type TableFile, TabularFileError } from '#libs/tabular';
import { FileRefusedError } from './import.errors.js';
import type { ImportSource } from './import-source.js';
import { RECORD_COLUMNS } from './record-columns.js';

/** More than a report lists, and enough to know every faulty row of a file that is worth a partial import. */
const FAULTS_KEPT = 20_000;

const OWN_HEADERS = [
  ...new Set(
    Object.values(RECORD_COLUMNS).flatMap((columns) =>
      columns.flatMap(({ header, field }) => [header, field]),
    ),
  ),
];

/** A file as it was read. */
export interface ReadFile {
  name: string;
  table: TableFile;
}

/**
 * Reads the files of an import.
 * @param headers names by which the header is found; those of our own tables without
 * @throws FileRefusedError when one of them cannot be read as a whole
 */
export async function readSources(
  sources: readonly ImportSource[],
  maxBytes: number,
  headers: readonly string[] = OWN_HEADERS,
): Promise<ReadFile[]> {
  const limits: Partial<ReadLimits> = { maxBytes, maxFaults: FAULTS_KEPT };
  const files: ReadFile[] = [];
  for (const { name, source } of sources) {
    try {
      files.push({ name, table: await readTable(source, { headerCandidates: headers, limits }) });
    } catch (error) {
      if (error instanceof TabularFileError) throw new FileRefusedError(name, error);
      throw error;
    }
  }
  return files;
}
