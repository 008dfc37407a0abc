import type { TableFile, TableSheet } from '#libs/tabular';
import { FaultBook } from './fault-book.js';
import { IMPORT_KIND_LABELS, type ImportKind, kindCalled } from './import-kind.js';
import type { ImportMap } from './map/import-map.js';
import { RowMapper } from './map/row-mapper.js';
import { type PlacedRecord, placeRecord, type TableTraits } from './placed-record.js';
import type { ReadFile } from './read-sources.js';
import { recogniseKind } from './recognise-kind.js';
import { findColumn, RECORD_COLUMNS } from './record-columns.js';

/** All that files bring, before validation. */
export interface PlacedContent {
  records: PlacedRecord[];
  book: FaultBook;
  notices: string[];
}

/** How rows become records where files do not say it themselves. */
export interface PlacingOptions {
  map: ImportMap | null;
  /** The kind of sheets that are not recognised. */
  kind: ImportKind | null;
}

/** Turns the rows of all sheets into records that know their places. */
export class SheetPlacer {
  private readonly content: PlacedContent = { records: [], book: new FaultBook(), notices: [] };
  private readonly mapper: RowMapper | null;

  constructor(private readonly options: PlacingOptions) {
    this.mapper = options.map ? new RowMapper(options.map) : null;
  }

  place(files: readonly ReadFile[]): PlacedContent {
    for (const { name, table } of files) this.placeFile(name, table);
    return this.content;
  }

  private placeFile(file: string, table: TableFile): void {
    const { book, notices } = this.content;
    const traits = { date1904: table.date1904, strict: table.format === 'json' || table.format === 'jsonl' };
    const kinds = new Map(table.sheets.map((sheet) => [sheet.name, this.kindOf(sheet)]));
    // A workbook may explain itself on sheets of its own, but not consist of them.
    const someKnown = this.mapper !== null || [...kinds.values()].some((kind) => kind !== null);
    const isAside = (name: string): boolean => someKnown && kinds.get(name) === null && !kindCalled(name);
    const faults = table.faults.filter((fault) => !isAside(fault.sheet));
    for (const fault of faults) book.addTableFault(file, fault);
    book.addUnlisted(table.omittedFaults);
    for (const name of table.hiddenSheets)
      if (name !== '选项') notices.push(`${file}：工作表“${name}”是隐藏的，没有导入`);
    for (const sheet of table.sheets) {
      const spoiled = faults.some((fault) => fault.sheet === sheet.name && fault.code.startsWith('header.'));
      if (this.mapper) this.mapSheet(file, sheet, traits, this.mapper);
      else if (isAside(sheet.name)) notices.push(`${file}：工作表“${sheet.name}”认不出是哪类数据，没有导入`);
      else this.placeSheet(file, sheet, traits, spoiled);
    }
  }

  private kindOf(sheet: TableSheet): ImportKind | null {
    if (this.mapper) return null;
    return recogniseKind(sheet) ?? this.options.kind;
  }

  private mapSheet(file: string, sheet: TableSheet, traits: TableTraits, mapper: RowMapper): void {
    const { records, book, notices } = this.content;
    if (this.options.map?.sheets && !this.options.map.sheets.includes(sheet.name)) {
      notices.push(`${file}：映射文件没有提到“${sheet.name}”，没有导入`);
      return;
    }
    const table = { file, sheet: sheet.name, headers: sheet.headers, traits };
    for (const row of sheet.rows) records.push(...mapper.recordsOf(row, table, book));
  }

  private placeSheet(file: string, sheet: TableSheet, traits: TableTraits, spoiled: boolean): void {
    if (sheet.rows.length === 0) return;
    const kind = this.kindOf(sheet);
    if (kind === null) this.reportUnknown(file, sheet);
    else if (traits.strict) this.placeRows(kind, file, sheet, traits);
    else if (!spoiled && this.hasRequired(kind, file, sheet)) {
      this.noticeOthers(kind, file, sheet);
      this.placeRows(kind, file, sheet, traits);
    }
  }

  private placeRows(kind: ImportKind, file: string, sheet: TableSheet, traits: TableTraits): void {
    const { records, book } = this.content;
    for (const { row, cells } of sheet.rows) {
      const place = { file, sheet: sheet.name, row };
      const names = traits.strict
        ? Object.keys(cells).map((name) => ({ name, column: name }))
        : sheet.headers;
      const values = names.map(({ name, column }) => ({ name, header: name, column, value: cells[name] }));
      records.push(placeRecord(kind, place, values, traits, book));
    }
  }

  private reportUnknown(file: string, sheet: TableSheet): void {
    const examples = Object.values(RECORD_COLUMNS).map((columns) => columns[0]?.header);
    this.content.book.add({
      file,
      sheet: sheet.name,
      row: sheet.headerRow ?? 1,
      column: null,
      header: null,
      value: sheet.headers.map(({ name }) => name).join('、'),
      message: `认不出是部门、主题、政策还是条款。请按模板填写表头（${examples.join('、')}等），或用 --kind 指明`,
    });
  }

  /** Whether a table has every column that must be filled; one fault a column, not one a row. */
  private hasRequired(kind: ImportKind, file: string, sheet: TableSheet): boolean {
    const present = new Set(sheet.headers.map(({ name }) => findColumn(kind, name)?.header));
    const missing = RECORD_COLUMNS[kind].filter(({ required, header }) => required && !present.has(header));
    for (const { header } of missing) {
      const place = { file, sheet: sheet.name, row: sheet.headerRow ?? 1, column: null, header, value: null };
      this.content.book.add({
        ...place,
        message: `${IMPORT_KIND_LABELS[kind]}表缺少“${header}”这一列，请补上`,
      });
    }
    return missing.length === 0;
  }

  private noticeOthers(kind: ImportKind, file: string, sheet: TableSheet): void {
    const others = sheet.headers.filter(({ name }) => !findColumn(kind, name)).map(({ name }) => name);
    if (others.length > 0)
      this.content.notices.push(`${file}：“${sheet.name}”中没有用到的列：${others.join('、')}`);
  }
}
