import { type WriteSheet, writeXlsx } from '#libs/tabular';
import { IMPORT_KIND_LABELS, IMPORT_KINDS, type ImportKind } from './import-kind.js';
import { RECORD_COLUMNS } from './record-columns.js';

/** Room for a longer text. */
const WIDE = 40;
const WIDE_FIELDS = new Set([
  'title',
  'benefit',
  'conditions',
  'materials',
  'steps',
  'summary',
  'body',
  'name',
]);

/** What the choices of some columns come from, besides the fixed terms. */
export interface TemplateChoices {
  departments: readonly string[];
  topics: readonly string[];
}

function sheetOf(kind: ImportKind, choices: TemplateChoices): WriteSheet {
  const offered = (field: string): readonly string[] | undefined => {
    if (kind !== 'clauses') return undefined;
    return field === 'department' ? choices.departments : field === 'topics' ? choices.topics : undefined;
  };
  const columns = RECORD_COLUMNS[kind];
  return {
    name: IMPORT_KIND_LABELS[kind],
    columns: columns.map(({ header, field, note, required }) => ({
      header,
      width: WIDE_FIELDS.has(field) ? WIDE : undefined,
      note: [required ? '必填' : '', note ?? ''].filter(Boolean).join('。') || undefined,
    })),
    rows: [],
    listValidations: columns.flatMap(({ header, field, choices: fixed }) => {
      const values = fixed ?? offered(field);
      // Names of the catalogue are offered, not imposed: several topics may stand in one cell.
      return values?.length ? [{ header, values, allowOther: fixed === undefined }] : [];
    }),
  };
}

/** The workbook that departments fill in: one sheet a kind, with notes and lists to choose from. */
export const writeImportTemplate = (choices: TemplateChoices): Promise<Buffer> =>
  writeXlsx({ sheets: IMPORT_KINDS.map((kind) => sheetOf(kind, choices)) });
