/** Between the values of a content and the texts that fields of a form hold. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

export const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : []);

/** One entry a line. */
export const linesOf = (value: unknown): string => listOf(value).join('\n');

export const fromLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Words, one a line or behind any comma. */
export const fromWords = (text: string): string[] =>
  text
    .split(/[\n,，、;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** The number that a text means; undefined for none. */
export function numberOf(text: string): number | undefined {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

/** Rows of texts from a list of objects. */
export function rowsOf<K extends string>(value: unknown, names: readonly K[]): Record<K, string>[] {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return items.map((item) => {
    const fields = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};
    return Object.fromEntries(names.map((name) => [name, textOf(fields[name])])) as Record<K, string>;
  });
}

export const choicesOf = (labels: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
