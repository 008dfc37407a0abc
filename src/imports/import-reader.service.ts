import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import type { FaultBook } from './fault-book.js';
import type { ImportKind } from './import-kind.js';
import type { ImportSource } from './import-source.js';
import type { ImportMap } from './map/import-map.js';
import { fieldsOfMap } from './map/row-mapper.js';
import { SheetPlacer } from './place-sheets.js';
import { readSources } from './read-sources.js';
import { validateRecords, type ValidRecords } from './validate-records.js';

/** How far reading is. */
export type ReadingProgress = (stage: 'reading' | 'checking', done: number, total: number) => void;

/** How files are to be understood. */
export interface ReadingOptions {
  map?: ImportMap | null;
  /** Kind of tables and lists that do not tell it themselves. */
  kind?: ImportKind | null;
}

/** What files say, each record with its place. */
export interface ReadContent {
  records: ValidRecords;
  book: FaultBook;
  notices: string[];
}

/** Reads and checks files, before anything is compared with the catalogue. */
@Injectable()
export class ImportReader {
  constructor(private readonly config: AppConfig) {}

  /** @throws FileRefusedError when a file cannot be read as a whole */
  async read(
    sources: readonly ImportSource[],
    { map = null, kind = null }: ReadingOptions,
    progress: ReadingProgress = () => undefined,
  ): Promise<ReadContent> {
    progress('reading', 0, sources.length);
    const files = await readSources(sources, this.config.importMaxBytes, map ? fieldsOfMap(map) : undefined);
    const { records: placed, book, notices } = new SheetPlacer({ map, kind }).place(files);
    if (placed.length === 0 && book.count === 0) notices.push('没有数据行，没有可以导入的内容');
    const records = await validateRecords(placed, book, (done, total) => progress('checking', done, total));
    return { records, book, notices };
  }
}
