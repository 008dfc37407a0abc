/** What an import does to one record. */
export const IMPORT_OUTCOMES = ['created', 'updated', 'unchanged', 'in-review', 'refused'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
