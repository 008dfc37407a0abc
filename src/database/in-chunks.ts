/** Splits `items` into lists of at most `size`; databases limit how many parameters a statement takes. */
export function* chunksOf<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** As many question marks as there are values, for a statement that is written by hand. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(',');

/** Calls `load` with chunks of `keys` and joins what it returns. */
export async function loadInChunks<K, T>(
  keys: readonly K[],
  load: (chunk: K[]) => Promise<T[]>,
  size = 500,
): Promise<T[]> {
  const loaded: T[] = [];
  for (const chunk of chunksOf(keys, size)) loaded.push(...(await load(chunk)));
  return loaded;
}
