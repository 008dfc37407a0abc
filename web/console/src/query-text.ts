/** A single text of an address's query; empty where it is not one. */
export const queryText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The page number of an address's query. */
export const queryPage = (value: unknown): number => Math.max(1, Math.floor(Number(queryText(value))) || 1);
