/** What an import may bring, in the order of saving: clauses refer to all others. */
export const IMPORT_KINDS = ['departments', 'topics', 'policies', 'clauses'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What people call the kinds; the sheets of the template have these names. */
export const IMPORT_KIND_LABELS: Record<ImportKind, string> = {
  departments: '部门',
  topics: '主题',
  policies: '政策',
  clauses: '条款',
};

/** The kind that a sheet, list or option is called by; undefined where it is called otherwise. */
export const kindCalled = (name: string): ImportKind | undefined =>
  IMPORT_KINDS.find((kind) => kind === name.trim() || IMPORT_KIND_LABELS[kind] === name.trim());
