export { readTable } from './read-table.js';
export type { ReadTableOptions } from './read-context.js';
export type { TableSource } from './read-source.js';
export { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.js';
export type {
  CellValue,
  JsonValue,
  TableFile,
  TableFormat,
  TableHeader,
  TableRow,
  TableSheet,
  TextEncoding,
} from './table.types.js';
export { cutValue, type TableFault, type TableFaultCode } from './table-fault.js';
export { TabularFileError } from './tabular-file.error.js';
export type { RefusalCode } from './refusal-messages.js';
export { normalizeHeader } from './header-names.js';
export { parseDate, type ParseDateOptions } from './values/parse-date.js';
export { parseNumber } from './values/parse-number.js';
export { toHalfWidth } from './values/half-width.js';
export type { Parsed, ValueFaultCode } from './values/parsed.js';
export { writeXlsx } from './writing/write-xlsx.js';
export type {
  ListValidation,
  WriteColumn,
  WriteSheet,
  WriteValue,
  WriteXlsxOptions,
} from './writing/write-xlsx.types.js';
export { escapeFormula } from './writing/formula-escape.js';
