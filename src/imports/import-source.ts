import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { TableSource } from '#libs/tabular';
import { NoFileError } from './import.errors.js';

/** One file to import, under the name that reports call it by. */
export interface ImportSource {
  name: string;
  source: TableSource;
}

const IMPORTABLE = /\.(xlsx|csv|tsv|json|jsonl|ndjson)$/i;
/** Excel leaves these beside a workbook that somebody has open. */
const LOCK_FILE = /^(~\$|\.)/;

/**
 * The file at `path`, or the files of that folder in the order of their names, as one import.
 * @throws NoFileError when a folder holds nothing that can be imported
 */
export async function sourcesAt(path: string): Promise<ImportSource[]> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) return [{ name: basename(path), source: { path } }];
  const names = (await readdir(path)).filter((name) => IMPORTABLE.test(name) && !LOCK_FILE.test(name)).sort();
  if (names.length === 0) throw new NoFileError('文件夹里没有 .xlsx、.csv、.json 或 .jsonl 文件，请检查路径');
  return names.map((name) => ({ name, source: { path: join(path, name) } }));
}
